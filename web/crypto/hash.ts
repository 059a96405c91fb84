/**
 * Two hashes: SHA-512 cut to 32 bytes for what the server also computes, BLAKE2b for everything else.
 * Callers pass inputs that open with a label.
 */
import { HASH_BYTES, ID_BYTES } from "../../worker/contract/limits.ts";
import { concat, originPreimage } from "../../worker/contract/preimages.ts";
import { sodium } from "./sodium.ts";

/** First 32 bytes of SHA-512. */
export function sharedHash(preimage: Uint8Array): Uint8Array {
  return sodium().crypto_hash(preimage).slice(0, HASH_BYTES);
}

/** BLAKE2b-256 over label and parts. */
export function hash(label: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  return sodium().crypto_generichash(HASH_BYTES, concat(label, ...parts), null);
}

/** BLAKE2b-128: an id, not a commitment. */
export function shortHash(label: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  return sodium().crypto_generichash(ID_BYTES, concat(label, ...parts), null);
}

export function originHash(origin: string): Uint8Array {
  return sharedHash(originPreimage(origin));
}
