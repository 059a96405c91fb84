/**
 * The printed recovery key: 128 random bits, written as tracking codes are (tracking-code.ts), from which a sign-in
 * key and a way into the keyring derive. Its own label and context: a tracking code can never be one.
 * Invariant: it is made in the browser, shown once, never sent, never stored.
 */
import { hash } from "./hash.ts";
import type { SealKeyPair, SigningSeed } from "./keys.ts";
import { sealKeyPair, signingSeed } from "./keys.ts";
import { sodium } from "./sodium.ts";
import { KDF_RECOVERY, LABELS } from "./suite.ts";
import type { TrackingCode } from "./tracking-code.ts";

export interface RecoveryKeys {
  readonly signIn: SigningSeed;
  readonly slot: SealKeyPair;
}

/** No stretching: it carries 128 bits. @param code 16 random bytes, in the words and numbers of tracking codes. */
export function recoveryKeys(code: TrackingCode): RecoveryKeys {
  const master = hash(LABELS.recoveryKey, code);
  const derive = (id: number): Uint8Array =>
    sodium().crypto_kdf_derive_from_key(32, id, KDF_RECOVERY, master);
  const keys = { signIn: signingSeed(derive(1)), slot: sealKeyPair(derive(2)) };
  sodium().memzero(master);
  return keys;
}
