/**
 * Bytes sealed to one public key: X-Wing, then one AEAD under a key that binds purpose, recipient and place.
 * kem ciphertext (1,120) || sealed bytes and tag (16). Wraps, shares and requests are all made so.
 */
import { concat } from "../../worker/contract/preimages.ts";
import { hash } from "./hash.ts";
import type { SealKeyPair, SealPublicKey } from "./keys.ts";
import { keyIdOf } from "./keys.ts";
import { sodium } from "./sodium.ts";
import { CryptoError } from "./suite.ts";

const KEM_CIPHERTEXT_BYTES = 1_120;
/** The key encrypts one message and is then forgotten, so its nonce may be constant. */
const ZERO_NONCE = new Uint8Array(24);

/** What it is for and where it belongs. */
export interface SealedPlace {
  readonly label: Uint8Array;
  readonly place: Uint8Array;
}

function sealingKey(
  sharedSecret: Uint8Array,
  kemCiphertext: Uint8Array,
  keyId: Uint8Array,
  { label, place }: SealedPlace,
): Uint8Array {
  return hash(label, sharedSecret, kemCiphertext, keyId, place);
}

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

/** 1,136 bytes more than the message. @throws CryptoError `packet-invalid`. */
export function sealTo(
  recipient: SealPublicKey,
  message: Uint8Array,
  where: SealedPlace,
): Uint8Array {
  const { ciphertext, sharedSecret } = encapsulate(recipient);
  const key = sealingKey(sharedSecret, ciphertext, keyIdOf(recipient), where);
  const sealed = sodium().crypto_aead_xchacha20poly1305_ietf_encrypt(
    message,
    where.place,
    null,
    ZERO_NONCE,
    key,
  );
  sodium().memzero(sharedSecret);
  sodium().memzero(key);
  return concat(ciphertext, sealed);
}

/** @throws CryptoError `wrap-invalid` when it was not sealed to this key, for this purpose, in this place. */
export function openSealed(
  sealed: Uint8Array,
  recipient: SealKeyPair,
  where: SealedPlace,
): Uint8Array {
  const kemCiphertext = sealed.subarray(0, KEM_CIPHERTEXT_BYTES);
  const sharedSecret = decapsulate(kemCiphertext, recipient);
  const key = sealingKey(sharedSecret, kemCiphertext, keyIdOf(recipient.publicKey), where);
  try {
    return sodium().crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.subarray(KEM_CIPHERTEXT_BYTES),
      where.place,
      ZERO_NONCE,
      key,
    );
  } catch (cause) {
    throw new CryptoError("wrap-invalid", { cause });
  } finally {
    sodium().memzero(sharedSecret);
    sodium().memzero(key);
  }
}
