/**
 * Somebody's authenticator: codes by RFC 6238 from Node's own HMAC, and which of them were used already. A person
 * who signs in faster than codes change waits for the next, as real ones do.
 */
import { createHmac } from "node:crypto";
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import {
  CODE_DIGITS,
  CODE_STEP_SECONDS,
  CODE_STEPS_EITHER_WAY,
} from "../../worker/contract/second-factor.ts";

const STEP_MILLISECONDS = CODE_STEP_SECONDS * 1_000;

export function stepAt(milliseconds: number): number {
  return Math.floor(milliseconds / STEP_MILLISECONDS);
}

/** @param secret base64url */
export function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", fromBase64Url(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, "0");
}

/** By secret: in one test run nobody shows a step twice. */
const used = new Map<string, Set<number>>();

/**
 * A code that is accepted now and was not shown before; the oldest one first.
 * @param lost of the same person's authenticator before this one: a step is spent for a person, whatever showed it
 */
export async function nextCode(secret: string, lost = ""): Promise<string> {
  const shown = new Set([...(used.get(secret) ?? []), ...(used.get(lost) ?? [])]);
  used.set(secret, shown);
  for (;;) {
    const now = stepAt(Date.now());
    // Not the very oldest: it may be too old when it arrives.
    for (let step = now; step <= now + CODE_STEPS_EITHER_WAY; step += 1) {
      if (shown.has(step)) continue;
      shown.add(step);
      return codeOf(secret, step);
    }
    await new Promise((resolve) =>
      setTimeout(resolve, STEP_MILLISECONDS - (Date.now() % STEP_MILLISECONDS)),
    );
  }
}
