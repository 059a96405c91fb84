/**
 * Keys as distinct types over bytes, and how they are made. A secret is never a string.
 * Lengths: PROTOCOL.md, "Keys".
 */
import {
  ED25519_KEY_BYTES,
  HASH_BYTES,
  SIGNATURE_BYTES,
  XWING_KEY_BYTES,
} from "../../worker/contract/limits.ts";
import { concat } from "../../worker/contract/preimages.ts";
import { ofLength, random } from "./bytes.ts";
import { hash, shortHash } from "./hash.ts";
import { sodium } from "./sodium.ts";
import { LABELS } from "./suite.ts";

declare const kind: unique symbol;
type Key<Kind extends string> = Uint8Array & { readonly [kind]: Kind };

/** 32 random bytes that open one lane of one case for one epoch. */
export type LaneKey = Key<"lane">;
/** X-Wing: 1,216 and 32 bytes. */
export type SealPublicKey = Key<"seal public">;
export type SealSecretKey = Key<"seal secret">;
/** Ed25519: 32 bytes; the secret is kept as its 32-byte seed. */
export type VerifyKey = Key<"verify">;
export type SigningSeed = Key<"signing seed">;
/** 32 bytes that open a member's keyring. */
export type KeyringKey = Key<"keyring">;
/** 32 bytes behind the # of an invitation's link: whoever has them may join by it. */
export type InvitationSecret = Key<"invitation secret">;
/** 32 bytes that a joining is authenticated with; derived from the secret. */
export type InvitationKey = Key<"invitation">;

export function laneKey(bytes: Uint8Array): LaneKey {
  return ofLength(bytes, 32) as LaneKey;
}
export function sealPublicKey(bytes: Uint8Array): SealPublicKey {
  return ofLength(bytes, XWING_KEY_BYTES) as SealPublicKey;
}
function sealSecretKey(bytes: Uint8Array): SealSecretKey {
  return ofLength(bytes, 32) as SealSecretKey;
}
export function verifyKey(bytes: Uint8Array): VerifyKey {
  return ofLength(bytes, ED25519_KEY_BYTES) as VerifyKey;
}
export function signingSeed(bytes: Uint8Array): SigningSeed {
  return ofLength(bytes, 32) as SigningSeed;
}
export function keyringKey(bytes: Uint8Array): KeyringKey {
  return ofLength(bytes, 32) as KeyringKey;
}
export function invitationSecret(bytes: Uint8Array): InvitationSecret {
  return ofLength(bytes, 32) as InvitationSecret;
}
export function invitationKey(bytes: Uint8Array): InvitationKey {
  return ofLength(bytes, 32) as InvitationKey;
}

export function newLaneKey(): LaneKey {
  return laneKey(random(32));
}
export function newKeyringKey(): KeyringKey {
  return keyringKey(random(32));
}
export function newSigningSeed(): SigningSeed {
  return signingSeed(random(32));
}

export interface SealKeyPair {
  readonly publicKey: SealPublicKey;
  readonly secretKey: SealSecretKey;
}

/** @param seed 32 bytes; the same seed gives the same pair. */
export function sealKeyPair(seed: Uint8Array): SealKeyPair {
  const pair = sodium().crypto_kem_xwing_seed_keypair(ofLength(seed, 32));
  return {
    publicKey: sealPublicKey(pair.publicKey),
    secretKey: sealSecretKey(pair.privateKey),
  };
}

export function verifyKeyOf(seed: SigningSeed): VerifyKey {
  return verifyKey(sodium().crypto_sign_seed_keypair(seed).publicKey);
}

/** libsodium signs with seed and public key together; they are kept for as long as somebody keeps the seed. */
const expanded = new WeakMap<SigningSeed, Uint8Array>();

function expand(seed: SigningSeed): Uint8Array {
  const held = expanded.get(seed);
  if (held !== undefined) return held;
  const { privateKey } = sodium().crypto_sign_seed_keypair(seed);
  expanded.set(seed, privateKey);
  return privateKey;
}

/** Ed25519 over label and parts. 64 bytes. */
export function sign(
  seed: SigningSeed,
  label: Uint8Array,
  ...parts: readonly Uint8Array[]
): Uint8Array {
  return sodium().crypto_sign_detached(concat(label, ...parts), expand(seed));
}

export function signatureHolds(
  signature: Uint8Array,
  key: VerifyKey,
  label: Uint8Array,
  ...parts: readonly Uint8Array[]
): boolean {
  if (signature.length !== SIGNATURE_BYTES) return false;
  return sodium().crypto_sign_verify_detached(signature, concat(label, ...parts), key);
}

const keyIds = new WeakMap<SealPublicKey, Uint8Array>();

/** 16 bytes that name a seal key on the wire. Not to be written to: the same key gives the same bytes. */
export function keyIdOf(key: SealPublicKey): Uint8Array {
  const held = keyIds.get(key);
  if (held !== undefined) return held;
  const id = shortHash(LABELS.keyId, key);
  keyIds.set(key, id);
  return id;
}

/** What an entry's header says of its lane key: 32 bytes, and no other key has the same. */
export function laneKeyHashOf(key: LaneKey, caseId: Uint8Array): Uint8Array {
  return ofLength(hash(LABELS.laneKeyHash, caseId, key), HASH_BYTES);
}
