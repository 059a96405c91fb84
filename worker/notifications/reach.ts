/**
 * The one way out of the Worker: a POST to a public HTTPS address that a member named.
 * Invariant: nothing is followed, nothing is read, nothing is waited for longer than REACH_SECONDS, and no address of
 * an inner network is asked, whatever was stored.
 */
import { isPublicUrl } from "../contract/notifications.ts";

const REACH_SECONDS = 10;

/** The status, or null where there was no answer. */
export type Reach = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array<ArrayBuffer>,
) => Promise<number | null>;

export const reach: Reach = async (url, headers, body) => {
  if (!isPublicUrl(url)) return null;
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(REACH_SECONDS * 1_000),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
};
