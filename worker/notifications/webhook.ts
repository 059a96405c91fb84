/**
 * By a signed POST to a receiver of the member's own, in the form of Standard Webhooks 1.0: id, time and body are
 * signed with HMAC-SHA-256 under a secret that only the two have.
 */
import { fromBase64Url } from "../contract/bytes.ts";
import { WEBHOOK_BODY_BYTES, type Destination } from "../contract/notifications.ts";
import { concat } from "../contract/preimages.ts";
import { filledTo } from "../domain/notification.ts";
import type { Outcome, Outgoing, SendContext } from "./sender.ts";

const GONE = 410;

/** WEBHOOK_BODY_BYTES of JSON, whatever its kind. */
export function webhookBody({ kind }: Outgoing): Uint8Array<ArrayBuffer> {
  return filledTo(WEBHOOK_BODY_BYTES, JSON.stringify({ type: `notification.${kind}` }));
}

export async function sendWebhook(
  { url, secret }: Extract<Destination, { by: "webhook" }>,
  outgoing: Outgoing,
  { nowSeconds, reach }: SendContext,
): Promise<Outcome> {
  const body = webhookBody(outgoing);
  const timestamp = String(nowSeconds);
  const HMAC = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", fromBase64Url(secret), HMAC, false, ["sign"]);
  const signed = concat(new TextEncoder().encode(`${outgoing.id}.${timestamp}.`), body);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, signed));
  const status = await reach(
    url,
    {
      "content-type": "application/json",
      "webhook-id": outgoing.id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${btoa(String.fromCharCode(...mac))}`,
    },
    body,
  );
  if (status === GONE) return "gone";
  return status !== null && status >= 200 && status < 300 ? "delivered" : "failed";
}
