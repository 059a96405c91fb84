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
import { openAtRest, sealAtRest } from "./at-rest.ts";
import { dayOf } from "./clocks.ts";
import type { Spent } from "./proof.ts";

/** Bound to the member, so that one row's secret does not open in another's. */
function placeOf(memberId: string): Uint8Array<ArrayBuffer> {
  return authenticatorPreimage(fromBase64Url(memberId));
}

/** As it is stored. */
export async function sealSecret(
  key: CryptoKey,
  memberId: string,
  secret: Uint8Array<ArrayBuffer>,
): Promise<string> {
  return sealAtRest(key, placeOf(memberId), secret);
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
  const secret = await openAtRest(key, placeOf(memberId), sealed);
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
