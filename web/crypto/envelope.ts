/**
 * One box for everything: XChaCha20-Poly1305-IETF with a random 24-byte nonce in front.
 * nonce || ciphertext || tag, the associated data bound but not carried.
 */
import { SEAL_OVERHEAD_BYTES } from "../../worker/contract/limits.ts";
import { concat } from "../../worker/contract/preimages.ts";
import { random } from "./bytes.ts";
import { sodium } from "./sodium.ts";

const NONCE_BYTES = 24;

export function seal(plaintext: Uint8Array, associated: Uint8Array, key: Uint8Array): Uint8Array {
  const nonce = random(NONCE_BYTES);
  return concat(
    nonce,
    sodium().crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, associated, null, nonce, key),
  );
}

/** Null when the bytes were not sealed with this key and this associated data. */
export function open(
  sealed: Uint8Array,
  associated: Uint8Array,
  key: Uint8Array,
): Uint8Array | null {
  if (sealed.length < SEAL_OVERHEAD_BYTES) return null;
  try {
    return sodium().crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.subarray(NONCE_BYTES),
      associated,
      sealed.subarray(0, NONCE_BYTES),
      key,
    );
  } catch {
    return null;
  }
}
