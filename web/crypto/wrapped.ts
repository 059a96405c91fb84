/**
 * 32 bytes, wrapped to one public key for one place, as everything is that is sealed to a key (seal-to.ts).
 * kem ciphertext (1,120) || sealed bytes (48). PROTOCOL.md, "Wrap".
 */
import { WRAP_BYTES } from "../../worker/contract/limits.ts";
import { ofLength } from "./bytes.ts";
import type { SealKeyPair, SealPublicKey } from "./keys.ts";
import { openSealed, sealTo } from "./seal-to.ts";

/** 1,168 bytes. @throws CryptoError `packet-invalid`. */
export function sealWrapped(
  secret: Uint8Array,
  recipient: SealPublicKey,
  label: Uint8Array,
  place: Uint8Array,
): Uint8Array {
  return sealTo(recipient, ofLength(secret, 32), { label, place });
}

/** 32 bytes. @throws CryptoError `wrap-invalid` when they were not wrapped to this key for this place. */
export function openWrapped(
  wrap: Uint8Array,
  recipient: SealKeyPair,
  label: Uint8Array,
  place: Uint8Array,
): Uint8Array {
  return openSealed(ofLength(wrap, WRAP_BYTES), recipient, { label, place });
}
