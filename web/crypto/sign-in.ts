/** Signing in: one signature over origin, day and the server's challenge, by a key only the right person can derive. */
import { SIGNATURE_BYTES } from "../../worker/contract/limits.ts";
import { signInPreimage } from "../../worker/contract/preimages.ts";
import { ofLength } from "./bytes.ts";
import type { SigningSeed } from "./keys.ts";
import { sign } from "./keys.ts";

/** @param origin 32-byte hash of the organisation's origin. @returns 64 bytes. */
export function signChallenge(
  seed: SigningSeed,
  origin: Uint8Array,
  challenge: Uint8Array,
  day: number,
): Uint8Array {
  // The preimage opens with its own label, so it is signed as it stands.
  return ofLength(sign(seed, signInPreimage(origin, challenge, day)), SIGNATURE_BYTES);
}
