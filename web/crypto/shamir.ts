/**
 * A key in pieces, by `shamir-secret-sharing` (GF(2^8), audited by Cure53 and Zellic): as many as `threshold` of them
 * give it back, and fewer say nothing about it. Invariant: what was put together is believed only after something authentic
 * has opened under it; the library does not check its result.
 */
import { combine, split } from "shamir-secret-sharing";
import { concat } from "../../worker/contract/preimages.ts";
import { SHARE_BYTES } from "../../worker/contract/limits.ts";
import { ofLength } from "./bytes.ts";
import { CryptoError } from "./suite.ts";

const KEY_BYTES = 32;

/**
 * @param key 32 bytes
 * @returns 33 bytes each: one byte of a polynomial for each byte of the key, then the coordinate. With a threshold of one there
 * is no polynomial: every share is the key, and its place counted from 1.
 */
export async function splitKey(
  key: Uint8Array,
  threshold: number,
  count: number,
): Promise<readonly Uint8Array[]> {
  if (threshold === 1) {
    return Array.from({ length: count }, (_, at) => concat(key, Uint8Array.of(at + 1)));
  }
  return await split(key, count, threshold);
}

/**
 * 32 bytes. Takes the first `threshold` of them.
 * @throws CryptoError `identity-invalid` when there are fewer, or two with one coordinate
 */
export async function combineShares(
  shares: readonly Uint8Array[],
  threshold: number,
): Promise<Uint8Array> {
  const taken = shares
    .slice(0, threshold)
    .map((share) => new Uint8Array(ofLength(share, SHARE_BYTES)));
  const [first] = taken;
  if (first === undefined || taken.length < threshold) throw new CryptoError("identity-invalid");
  if (threshold === 1) return first.slice(0, KEY_BYTES);
  try {
    return ofLength(await combine(taken), KEY_BYTES);
  } catch (cause) {
    throw new CryptoError("identity-invalid", { cause });
  }
}
