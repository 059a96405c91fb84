/**
 * Inviting somebody: the link's secret and what derives from it, the statement, what the inviter keeps, the mark on
 * a joining, and the words both sides compare (PROTOCOL.md, "Invitation").
 * Invariant: the secret is known to the link alone. The server is shown a locator, once, and the inviter keeps the
 * key a joining is authenticated with, sealed.
 */
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import { Invitation, type Joining } from "../../worker/contract/invitation.ts";
import {
  HASH_BYTES,
  ID_BYTES,
  INVITATION_SECRET_BYTES,
  JOINING_MAC_BYTES,
} from "../../worker/contract/limits.ts";
import { concat, invitationPreimage, u32 } from "../../worker/contract/preimages.ts";
import type { Signed } from "../../worker/contract/roster.ts";
import { equal, ofLength, random } from "./bytes.ts";
import { open, seal } from "./envelope.ts";
import { hash, sharedHash, shortHash } from "./hash.ts";
import type {
  InvitationKey,
  InvitationSecret,
  KeyringKey,
  SealPublicKey,
  SigningSeed,
  VerifyKey,
} from "./keys.ts";
import { invitationKey, invitationSecret, keyringKey } from "./keys.ts";
import { sodium } from "./sodium.ts";
import { openStatement, signStatement } from "./statement.ts";
import { CryptoError, LABELS } from "./suite.ts";
import type { WordList } from "./tracking-code.ts";

export function newInvitationSecret(): InvitationSecret {
  return invitationSecret(random(INVITATION_SECRET_BYTES));
}

export interface InvitationKeys {
  /** 16 bytes, shown to the server by whoever has the link. */
  readonly locator: Uint8Array;
  /** 32 bytes; all the server keeps of it. */
  readonly locatorHash: Uint8Array;
  readonly key: InvitationKey;
  /** Opens the keyring of a founding coordinator, until they have a passphrase. */
  readonly keyring: KeyringKey;
}

export function invitationKeys(secret: InvitationSecret): InvitationKeys {
  const locator = shortHash(LABELS.invitationLocator, secret);
  return {
    locator,
    locatorHash: sharedHash(invitationPreimage(locator)),
    key: invitationKey(hash(LABELS.invitationKey, secret)),
    keyring: keyringKey(hash(LABELS.invitationKeyring, secret)),
  };
}

export function signInvitation(invitation: Invitation, seed: SigningSeed): Signed {
  return signStatement(Invitation, invitation, LABELS.invitation, seed);
}

/** @throws CryptoError `invitation-invalid` when it is not signed under that key, `roster-malformed`. */
export function openInvitation(signed: Signed, key: VerifyKey): Invitation {
  return openStatement(Invitation, signed, LABELS.invitation, key, "invitation-invalid").statement;
}

/** Where an invitation belongs: 32-byte hashes of the organisation's origin and of the locator. */
export interface InvitationPlace {
  readonly origin: Uint8Array;
  readonly locatorHash: Uint8Array;
}

/** From the signing seed, which stays while sealing keys come and go. */
function keeperKey(seed: SigningSeed): Uint8Array {
  return hash(LABELS.invitationKeeper, seed);
}

function keptAssociated({ origin, locatorHash }: InvitationPlace): Uint8Array {
  return concat(LABELS.keptInvitation, origin, ofLength(locatorHash, HASH_BYTES));
}

/** What the inviter leaves with the server for the day somebody has joined: 72 bytes. */
export function keepInvitation(
  key: InvitationKey,
  place: InvitationPlace,
  seed: SigningSeed,
): Uint8Array {
  return seal(key, keptAssociated(place), keeperKey(seed));
}

/** @throws CryptoError `invitation-invalid` when this member did not keep it, or kept it for another. */
export function reopenInvitation(
  kept: Uint8Array,
  place: InvitationPlace,
  seed: SigningSeed,
): InvitationKey {
  const opened = open(kept, keptAssociated(place), keeperKey(seed));
  if (opened === null) throw new CryptoError("invitation-invalid");
  return invitationKey(opened);
}

/** Every length but the last is fixed, so that no two joinings share an input. */
function joiningBytes(joining: Omit<Joining, "mac">, memberId: Uint8Array): Uint8Array {
  const { parameters, packet } = joining;
  return concat(
    ofLength(memberId, ID_BYTES),
    fromBase64Url(joining.key),
    fromBase64Url(joining.signInKey),
    fromBase64Url(parameters.salt),
    u32(parameters.passes),
    u32(parameters.memoryKiB),
    fromBase64Url(joining.keyring),
    fromBase64Url(packet.signature),
    fromBase64Url(packet.statement),
  );
}

/** Keyed BLAKE2b, 32 bytes: only somebody with the link, or its inviter, can make it. */
export function joiningMac(
  joining: Omit<Joining, "mac">,
  memberId: Uint8Array,
  place: InvitationPlace,
  key: InvitationKey,
): Uint8Array {
  const { origin, locatorHash } = place;
  const message = concat(LABELS.joining, origin, locatorHash, joiningBytes(joining, memberId));
  return sodium().crypto_generichash(JOINING_MAC_BYTES, message, key);
}

/** @throws CryptoError `joining-invalid` when anything of it was not made by whoever had the link. */
export function checkJoining(
  joining: Joining,
  memberId: Uint8Array,
  place: InvitationPlace,
  key: InvitationKey,
): void {
  const expected = joiningMac(joining, memberId, place, key);
  if (!equal(expected, fromBase64Url(joining.mac))) throw new CryptoError("joining-invalid");
}

/** Six of 2,048 words: 66 bits, to be said over the telephone. */
export const FINGERPRINT_WORDS = 6;
const BITS_A_WORD = 11;

/** The first 66 bits of a hash as words. */
export function wordsOf(digest: Uint8Array, list: WordList): readonly string[] {
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return Array.from({ length: FINGERPRINT_WORDS }, (_, at) => {
    const index = Number.parseInt(bits.slice(at * BITS_A_WORD, (at + 1) * BITS_A_WORD), 2);
    return list.words[index] ?? "";
  });
}

/** The words both sides see for the same member with the same keys. */
export function fingerprintWords(
  memberId: Uint8Array,
  key: VerifyKey,
  sealKey: SealPublicKey,
  list: WordList,
): readonly string[] {
  return wordsOf(hash(LABELS.fingerprint, ofLength(memberId, ID_BYTES), key, sealKey), list);
}
