/**
 * Ways into a keyring. The keyring is sealed under a random key; each way in (a passphrase, a printed recovery
 * key, a passkey, colleagues) has a slot: that key, wrapped to an X-Wing key pair which derives from the way's secret.
 * So the keyring can be sealed anew, under a new key, for all of them without asking for any of their secrets.
 * Invariant: a key is wrapped only to public keys the opened keyring itself vouches for. The server keeps the
 * slots, and would otherwise add one of its own. PROTOCOL.md, "Ways in".
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { ID_BYTES, SLOT_BYTES, XWING_KEY_BYTES } from "../../worker/contract/limits.ts";
import { concat } from "../../worker/contract/preimages.ts";
import type { KeyringSlot, SlotKind } from "../../worker/contract/session.ts";
import { ONLY_SLOT_ID, SLOT_KINDS } from "../../worker/contract/session.ts";
import { equal, ofLength } from "./bytes.ts";
import { hash } from "./hash.ts";
import type { KeyringKey, SealKeyPair } from "./keys.ts";
import { keyringKey, sealPublicKey } from "./keys.ts";
import { openWrapped, sealWrapped } from "./wrapped.ts";
import { CryptoError, LABELS } from "./suite.ts";

/** Of the kinds a member has one of. */
export const ONLY_SLOT = ONLY_SLOT_ID;

/** One way in, without the key that is wrapped to it. */
export type WayIn = Omit<KeyringSlot, "sealed">;

export interface SlotOwner {
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  /** 16 bytes. */
  readonly memberId: Uint8Array;
}

function kindByte(kind: SlotKind): Uint8Array {
  return Uint8Array.of(SLOT_KINDS.indexOf(kind) + 1);
}

function placeBytes({ origin, memberId }: SlotOwner, { kind, id }: WayIn): Uint8Array {
  return concat(origin, memberId, kindByte(kind), ofLength(fromBase64Url(id), ID_BYTES));
}

/** What a keyring keeps of a way in, to know it again: 32 bytes over its kind, its id and its public key. */
export function wayInHash({ kind, id, publicKey }: WayIn): Uint8Array {
  const key = ofLength(fromBase64Url(publicKey), XWING_KEY_BYTES);
  return hash(LABELS.wayIn, kindByte(kind), ofLength(fromBase64Url(id), ID_BYTES), key);
}

/** @throws CryptoError `packet-invalid` for a public key that is none. */
export function sealSlot(key: KeyringKey, way: WayIn, owner: SlotOwner): KeyringSlot {
  const recipient = sealPublicKey(fromBase64Url(way.publicKey));
  const sealed = sealWrapped(key, recipient, LABELS.keyringSlot, placeBytes(owner, way));
  return { ...way, sealed: toBase64Url(sealed) };
}

/** @throws CryptoError `passphrase-wrong` when it was not wrapped to this pair, for this member and way. */
export function openSlot(slot: KeyringSlot, pair: SealKeyPair, owner: SlotOwner): KeyringKey {
  const sealed = ofLength(fromBase64Url(slot.sealed), SLOT_BYTES);
  try {
    return keyringKey(openWrapped(sealed, pair, LABELS.keyringSlot, placeBytes(owner, slot)));
  } catch (cause) {
    throw new CryptoError("passphrase-wrong", { cause });
  }
}

/** The slot of a kind that was made for this pair; undefined when there is none. */
export function slotFor(
  slots: readonly KeyringSlot[],
  kind: SlotKind,
  pair: SealKeyPair,
): KeyringSlot | undefined {
  const publicKey = toBase64Url(pair.publicKey);
  return slots.find((slot) => slot.kind === kind && slot.publicKey === publicKey);
}

/**
 * The ways in that the keyring vouches for. @throws CryptoError `slot-unknown` when the server tells of another, or
 * leaves one out: a key wrapped on would reach somebody it should not, or no longer the one it should.
 */
export function vouchedFor(
  slots: readonly KeyringSlot[],
  waysIn: readonly Uint8Array[],
): readonly WayIn[] {
  const every = slots.every((slot) => waysIn.some((known) => equal(known, wayInHash(slot))));
  const distinct = new Set(slots.map(({ kind, id }) => `${kind} ${id}`)).size === slots.length;
  if (!every || !distinct || slots.length !== waysIn.length) throw new CryptoError("slot-unknown");
  return slots.map(({ kind, id, publicKey, signInKey }) => ({ kind, id, publicKey, signInKey }));
}
