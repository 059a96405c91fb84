/**
 * What somebody who has lost their passphrase asks their colleagues with: 128 random bits, written as tracking codes
 * are (tracking-code.ts), from which the key that shares are sealed to and the key that collects them derive.
 * Invariant: the server is given public keys alone, and both sides compare words of both of them before a share is given
 * out. PROTOCOL.md, "Recovery by colleagues".
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { RecoveryRequest } from "../../worker/contract/recovery.ts";
import { hash } from "./hash.ts";
import type { SealKeyPair, SigningSeed } from "./keys.ts";
import { sealKeyPair, sealPublicKey, signingSeed, verifyKey, verifyKeyOf } from "./keys.ts";
import { sodium } from "./sodium.ts";
import { KDF_RECOVERY_REQUEST, LABELS } from "./suite.ts";
import type { TrackingCode } from "./tracking-code.ts";

export interface RecoveryRequestKeys {
  /** Signs whoever asked in to what was approved. */
  readonly signIn: SigningSeed;
  /** What shares are sealed to. */
  readonly seal: SealKeyPair;
}

/** No stretching: it carries 128 bits. @param code 16 random bytes, in the words and numbers of tracking codes. */
export function recoveryRequestKeys(code: TrackingCode): RecoveryRequestKeys {
  const master = hash(LABELS.recoveryRequestCode, code);
  const derive = (id: number): Uint8Array =>
    sodium().crypto_kdf_derive_from_key(32, id, KDF_RECOVERY_REQUEST, master);
  const keys = { signIn: signingSeed(derive(1)), seal: sealKeyPair(derive(2)) };
  sodium().memzero(master);
  return keys;
}

export function publicPartOf({ signIn, seal }: RecoveryRequestKeys): RecoveryRequest {
  return {
    key: toBase64Url(seal.publicKey),
    signInKey: toBase64Url(verifyKeyOf(signIn)),
  };
}

/** 32 bytes over the organisation and both keys; what a decision names, and whose words both sides compare. */
export function recoveryRequestHash(
  { key, signInKey }: RecoveryRequest,
  origin: Uint8Array,
): Uint8Array {
  const keys = [sealPublicKey(fromBase64Url(key)), verifyKey(fromBase64Url(signInKey))];
  return hash(LABELS.recoveryRequest, origin, ...keys);
}
