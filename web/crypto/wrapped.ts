/**
 * 32 bytes, wrapped to one public key for one place: X-Wing, then one AEAD under a key that binds label, both ends
 * and the place. kem ciphertext (1,120) || sealed bytes (48). PROTOCOL.md, "Wrap".
 */
import { concat } from "../../worker/contract/preimages.ts";
import { WRAP_BYTES } from "../../worker/contract/limits.ts";
import { ofLength } from "./bytes.ts";
import { hash } from "./hash.ts";
import type { SealKeyPair, SealPublicKey } from "./keys.ts";
import { keyIdOf } from "./keys.ts";
import { sodium } from "./sodium.ts";
import { CryptoError } from "./suite.ts";

const KEM_CIPHERTEXT_BYTES = 1_120;
/** The key encrypts one message and is then forgotten, so its nonce may be constant. */
const ZERO_NONCE = new Uint8Array(24);

/** @throws CryptoError `packet-invalid` for bytes of the right length that are no X-Wing key. */
function encapsulate(recipient: SealPublicKey) {
  try {
    return sodium().crypto_kem_xwing_enc(recipient);
  } catch (cause) {
    throw new CryptoError("packet-invalid", { cause });
  }
}

/** @throws CryptoError `wrap-invalid` for a ciphertext whose X25519 part is a point of small order. */
function decapsulate(kemCiphertext: Uint8Array, recipient: SealKeyPair): Uint8Array {
  try {
    return sodium().crypto_kem_xwing_dec(kemCiphertext, recipient.secretKey);
  } catch (cause) {
    throw new CryptoError("wrap-invalid", { cause });
  }
}

/** 1,168 bytes. @throws CryptoError `packet-invalid`. */
export function sealWrapped(
  secret: Uint8Array,
  recipient: SealPublicKey,
  label: Uint8Array,
  place: Uint8Array,
): Uint8Array {
  const { ciphertext, sharedSecret } = encapsulate(recipient);
  const wrapping = hash(label, sharedSecret, ciphertext, keyIdOf(recipient), place);
  const sealed = sodium().crypto_aead_xchacha20poly1305_ietf_encrypt(
    ofLength(secret, 32),
    place,
    null,
    ZERO_NONCE,
    wrapping,
  );
  sodium().memzero(sharedSecret);
  sodium().memzero(wrapping);
  return concat(ciphertext, sealed);
}

/** 32 bytes. @throws CryptoError `wrap-invalid` when they were not wrapped to this key for this place. */
export function openWrapped(
  wrap: Uint8Array,
  recipient: SealKeyPair,
  label: Uint8Array,
  place: Uint8Array,
): Uint8Array {
  ofLength(wrap, WRAP_BYTES);
  const kemCiphertext = wrap.subarray(0, KEM_CIPHERTEXT_BYTES);
  const sharedSecret = decapsulate(kemCiphertext, recipient);
  const keyId = keyIdOf(recipient.publicKey);
  const wrapping = hash(label, sharedSecret, kemCiphertext, keyId, place);
  try {
    return sodium().crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      wrap.subarray(KEM_CIPHERTEXT_BYTES),
      place,
      ZERO_NONCE,
      wrapping,
    );
  } catch (cause) {
    throw new CryptoError("wrap-invalid", { cause });
  } finally {
    sodium().memzero(sharedSecret);
    sodium().memzero(wrapping);
  }
}
