/**
 * A lane key, wrapped to one public key: X-Wing, then one AEAD under a key that binds the place.
 * kem ciphertext (1,120) || sealed lane key (48). PROTOCOL.md, "Wrap".
 */
import type { Lane } from "../../worker/contract/entry-header.ts";
import { laneByte } from "../../worker/contract/entry-header.ts";
import { WRAP_BYTES } from "../../worker/contract/limits.ts";
import { concat, u32 } from "../../worker/contract/preimages.ts";
import { ofLength } from "./bytes.ts";
import { hash } from "./hash.ts";
import type { LaneKey, SealKeyPair, SealPublicKey } from "./keys.ts";
import { keyIdOf, laneKey } from "./keys.ts";
import { sodium } from "./sodium.ts";
import { CryptoError, LABELS } from "./suite.ts";

export interface WrapPlace {
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  readonly caseId: Uint8Array;
  readonly lane: Lane;
  readonly epoch: number;
}

const KEM_CIPHERTEXT_BYTES = 1_120;
/** The key encrypts one message and is then forgotten, so its nonce may be constant. */
const ZERO_NONCE = new Uint8Array(24);

function placeBytes(place: WrapPlace): Uint8Array {
  return concat(place.origin, place.caseId, Uint8Array.of(laneByte(place.lane)), u32(place.epoch));
}

function wrappingKey(
  sharedSecret: Uint8Array,
  kemCiphertext: Uint8Array,
  keyId: Uint8Array,
  place: WrapPlace,
): Uint8Array {
  return hash(LABELS.wrap, sharedSecret, kemCiphertext, keyId, placeBytes(place));
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

/** 1,168 bytes. @throws CryptoError `packet-invalid`. */
export function wrapLaneKey(key: LaneKey, recipient: SealPublicKey, place: WrapPlace): Uint8Array {
  const { ciphertext, sharedSecret } = encapsulate(recipient);
  const wrapping = wrappingKey(sharedSecret, ciphertext, keyIdOf(recipient), place);
  const sealed = sodium().crypto_aead_xchacha20poly1305_ietf_encrypt(
    key,
    placeBytes(place),
    null,
    ZERO_NONCE,
    wrapping,
  );
  sodium().memzero(sharedSecret);
  sodium().memzero(wrapping);
  return concat(ciphertext, sealed);
}

/** @throws CryptoError `wrap-invalid` when it was not wrapped to this key for this place. */
export function unwrapLaneKey(wrap: Uint8Array, recipient: SealKeyPair, place: WrapPlace): LaneKey {
  ofLength(wrap, WRAP_BYTES);
  const kemCiphertext = wrap.subarray(0, KEM_CIPHERTEXT_BYTES);
  const sharedSecret = decapsulate(kemCiphertext, recipient);
  const wrapping = wrappingKey(sharedSecret, kemCiphertext, keyIdOf(recipient.publicKey), place);
  try {
    return laneKey(
      sodium().crypto_aead_xchacha20poly1305_ietf_decrypt(
        null,
        wrap.subarray(KEM_CIPHERTEXT_BYTES),
        placeBytes(place),
        ZERO_NONCE,
        wrapping,
      ),
    );
  } catch (cause) {
    throw new CryptoError("wrap-invalid", { cause });
  } finally {
    sodium().memzero(sharedSecret);
    sodium().memzero(wrapping);
  }
}
