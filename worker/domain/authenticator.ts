/**
 * Authenticators that show a code every half minute (RFC 6238). Unlike everything else here their secret must be
 * readable to be checked, so it lies sealed under a key of the server's own: whoever has the database and
 * SERVER_SECRET can make codes, and still needs a passphrase to use one.
 */
import { Secret, TOTP } from "otpauth";
import { fromBase64Url, toBase64Url } from "../contract/bytes.ts";
import { authenticatorPreimage, concat, label, u32 } from "../contract/preimages.ts";
import {
  CODE_DIGITS,
  CODE_STEP_SECONDS,
  CODE_STEPS_EITHER_WAY,
} from "../contract/second-factor.ts";
import { dayOf } from "./clocks.ts";
import type { Spent } from "./proof.ts";

const NONCE_BYTES = 12;

/** Bound to the member, so that one row's secret does not open in another's. */
function place(nonce: Uint8Array<ArrayBuffer>, memberId: string) {
  return {
    name: "AES-GCM",
    iv: nonce,
    additionalData: authenticatorPreimage(fromBase64Url(memberId)),
  };
}

/** Nonce, then AES-256-GCM of the secret; base64url. */
export async function sealSecret(
  key: CryptoKey,
  memberId: string,
  secret: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt(place(nonce, memberId), key, secret);
  return toBase64Url(concat(nonce, new Uint8Array(sealed)));
}

/** Null when it was sealed under another SERVER_SECRET, or for another member. */
async function openSecret(
  key: CryptoKey,
  memberId: string,
  text: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const sealed = fromBase64Url(text);
  const nonce = sealed.slice(0, NONCE_BYTES);
  try {
    const opened = await crypto.subtle.decrypt(
      place(nonce, memberId),
      key,
      sealed.slice(NONCE_BYTES),
    );
    return new Uint8Array(opened);
  } catch {
    return null;
  }
}

/** The step, counted from 1970, that a code is of; null when it is of none near `nowSeconds`. */
export function stepOf(
  secret: Uint8Array<ArrayBuffer>,
  code: string,
  nowSeconds: number,
): number | null {
  const totp = new TOTP({
    secret: new Secret({ buffer: secret.buffer }),
    algorithm: "SHA1",
    digits: CODE_DIGITS,
    period: CODE_STEP_SECONDS,
  });
  const delta = totp.validate({
    token: code,
    timestamp: nowSeconds * 1_000,
    window: CODE_STEPS_EITHER_WAY,
  });
  return delta === null ? null : Math.floor(nowSeconds / CODE_STEP_SECONDS) + delta;
}

/** The same against a secret as it is stored. */
export async function sealedStepOf(
  key: CryptoKey,
  memberId: string,
  sealed: string,
  code: string,
  nowSeconds: number,
): Promise<number | null> {
  const secret = await openSecret(key, memberId, sealed);
  return secret === null ? null : stepOf(secret, code, nowSeconds);
}

/**
 * A step is remembered as used under a keyed digest: a copy of the database alone does not tell in which half
 * minute somebody signed in.
 */
export async function spendStep(key: CryptoKey, memberId: string, step: number): Promise<Spent> {
  const mac = await crypto.subtle.sign(
    "HMAC",
    key,
    concat(label("code step"), fromBase64Url(memberId), u32(step)),
  );
  const expires = (step + 1 + CODE_STEPS_EITHER_WAY) * CODE_STEP_SECONDS;
  return { expiresDay: dayOf(expires * 1_000), challengeHash: toBase64Url(new Uint8Array(mac)) };
}
