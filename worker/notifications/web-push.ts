/**
 * To a browser, by the push service it named (RFC 8030), signed as RFC 8292 says. What is pushed is sealed to the
 * browser and of one size; every header is the same for every kind.
 */
import { fromBase64Url, toBase64Url } from "../contract/bytes.ts";
import {
  PUSH_PLAINTEXT_BYTES,
  type Destination,
  type PushNote,
} from "../contract/notifications.ts";
import { filledTo } from "../domain/notification.ts";
import { pushRandomness, sealPush } from "./push-sealing.ts";
import type { Outcome, Outgoing, SendContext } from "./sender.ts";
import type * as z from "zod/mini";

/** RFC 8292, section 2: at most a day. */
const TOKEN_SECONDS = 12 * 60 * 60;
/** How long a push service keeps a message for a browser that is not there. */
const KEPT_SECONDS = 24 * 60 * 60;
const NO_SUCH_SUBSCRIPTION = [404, 410];

export interface PushIdentity {
  /** base64url of the uncompressed point. */
  readonly publicKey: string;
  readonly privateKey: CryptoKey;
  /** Whom a push service may turn to: this organisation's own site. */
  readonly subject: string;
}

function encoded(json: object): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify(json)));
}

/** `vapid t=…, k=…`, for one push service. */
export async function vapidHeader(
  { publicKey, privateKey, subject }: PushIdentity,
  url: string,
  nowSeconds: number,
): Promise<string> {
  const claims = { aud: new URL(url).origin, exp: nowSeconds + TOKEN_SECONDS, sub: subject };
  const signed = `${encoded({ typ: "JWT", alg: "ES256" })}.${encoded(claims)}`;
  const ES256 = { name: "ECDSA", hash: "SHA-256" };
  const bytes = new TextEncoder().encode(signed);
  const signature = new Uint8Array(await crypto.subtle.sign(ES256, privateKey, bytes));
  return `vapid t=${signed}.${toBase64Url(signature)}, k=${publicKey}`;
}

export async function sendPush(
  { url, key, auth }: Extract<Destination, { by: "push" }>,
  { kind, language }: Outgoing,
  identity: PushIdentity,
  { nowSeconds, reach }: SendContext,
): Promise<Outcome> {
  const note: z.infer<typeof PushNote> = { kind, language };
  const body = await sealPush(
    { key: fromBase64Url(key), auth: fromBase64Url(auth) },
    filledTo(PUSH_PLAINTEXT_BYTES, JSON.stringify(note)),
    await pushRandomness(),
  );
  const status = await reach(
    url,
    {
      authorization: await vapidHeader(identity, url, nowSeconds),
      "content-encoding": "aes128gcm",
      "content-type": "application/octet-stream",
      ttl: String(KEPT_SECONDS),
      urgency: "high",
    },
    body,
  );
  if (status !== null && NO_SUCH_SUBSCRIPTION.includes(status)) return "gone";
  return status !== null && status >= 200 && status < 300 ? "delivered" : "failed";
}
