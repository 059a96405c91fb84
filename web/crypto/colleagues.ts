/**
 * Recovery by colleagues: a random secret that opens a keyring's slot, split among members, and given out share by
 * share to a key whose words were compared.
 * Invariants: what is put together is believed only when it gives the very slot its owner signed; and a share opens for
 * one owner, one set-up, one colleague, and once given out for one request. PROTOCOL.md, "Recovery by colleagues".
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { SEALED_SHARE_BYTES, SHARE_BYTES } from "../../worker/contract/limits.ts";
import { concat } from "../../worker/contract/preimages.ts";
import {
  RecoveryDecision,
  RecoverySetUp,
  type RecoveryShare,
} from "../../worker/contract/recovery.ts";
import type { Signed } from "../../worker/contract/roster.ts";
import { equal, ofLength } from "./bytes.ts";
import { hash } from "./hash.ts";
import { ONLY_SLOT, wayInHash, type WayIn } from "./keyring-slots.ts";
import type { SealKeyPair, SealPublicKey, SigningSeed, VerifyKey } from "./keys.ts";
import { keyIdOf, sealKeyPair, signingSeed, verifyKeyOf } from "./keys.ts";
import { openSealed, sealTo, type SealedPlace } from "./seal-to.ts";
import { combineShares, splitKey } from "./shamir.ts";
import { sodium } from "./sodium.ts";
import { openStatement, signStatement } from "./statement.ts";
import { CryptoError, KDF_COLLEAGUES, LABELS } from "./suite.ts";

export interface ColleagueKeys {
  readonly signIn: SigningSeed;
  readonly slot: SealKeyPair;
}

/** @param secret 32 random bytes */
export function colleagueKeys(secret: Uint8Array): ColleagueKeys {
  const derive = (id: number): Uint8Array =>
    sodium().crypto_kdf_derive_from_key(32, id, KDF_COLLEAGUES, ofLength(secret, 32));
  return { signIn: signingSeed(derive(1)), slot: sealKeyPair(derive(2)) };
}

/** The slot that such a secret opens. */
export function colleaguesWayIn({ signIn, slot }: ColleagueKeys): WayIn {
  return {
    kind: "colleagues",
    id: ONLY_SLOT,
    publicKey: toBase64Url(slot.publicKey),
    signInKey: toBase64Url(verifyKeyOf(signIn)),
  };
}

/** Of which set-up, by whom. Ids are base64url. */
export interface SetUpPlace {
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  readonly setUp: string;
  readonly owner: string;
}

function placeBytes({ origin, setUp, owner }: SetUpPlace, colleague: string): Uint8Array {
  return concat(origin, ...[setUp, owner, colleague].map(fromBase64Url));
}

/** What a share that a colleague keeps is bound to. */
export function keptSharePlace(place: SetUpPlace, colleague: string): SealedPlace {
  return { label: LABELS.recoveryShare, place: placeBytes(place, colleague) };
}

/** What a share that was given out is bound to. @param request 32-byte hash */
export function approvedSharePlace(
  place: SetUpPlace,
  colleague: string,
  request: Uint8Array,
): SealedPlace {
  return { label: LABELS.approvedShare, place: concat(placeBytes(place, colleague), request) };
}

function commitmentOf(share: Uint8Array, { origin, setUp }: SetUpPlace): Uint8Array {
  return hash(LABELS.recoveryShareCommitment, origin, fromBase64Url(setUp), share);
}

export interface Colleague {
  /** Member id, base64url. */
  readonly id: string;
  readonly key: SealPublicKey;
}

export interface SplitSecret {
  readonly colleagues: RecoverySetUp["colleagues"];
  readonly shares: readonly RecoveryShare[];
}

/** A share for each, sealed to their key. @throws CryptoError `packet-invalid` */
export async function splitSecret(
  secret: Uint8Array,
  threshold: number,
  colleagues: readonly Colleague[],
  place: SetUpPlace,
): Promise<SplitSecret> {
  const shares = await splitKey(secret, threshold, colleagues.length);
  const made = colleagues.map(({ id, key }, at) => {
    const share = shares[at];
    if (share === undefined) throw new CryptoError("recovery-invalid");
    const sealed = sealTo(key, share, keptSharePlace(place, id));
    const commitment = toBase64Url(commitmentOf(share, place));
    sodium().memzero(share);
    return {
      colleague: { member: id, commitment },
      share: { member: id, key: toBase64Url(keyIdOf(key)), share: toBase64Url(sealed) },
    };
  });
  return {
    colleagues: made.map(({ colleague }) => colleague),
    shares: made.map(({ share }) => share),
  };
}

export function signSetUp(setUp: RecoverySetUp, seed: SigningSeed): Signed {
  return signStatement(RecoverySetUp, setUp, LABELS.recoverySetUp, seed);
}

export function signRecoveryDecision(decision: RecoveryDecision, seed: SigningSeed): Signed {
  return signStatement(RecoveryDecision, decision, LABELS.recoveryDecision, seed);
}

function opened<Statement>(open: () => { readonly statement: Statement }): Statement {
  try {
    return open().statement;
  } catch (cause) {
    throw new CryptoError("recovery-invalid", { cause });
  }
}

/** @throws CryptoError `recovery-invalid` */
export function openSetUp(signed: Signed, key: VerifyKey): RecoverySetUp {
  return opened(() =>
    openStatement(RecoverySetUp, signed, LABELS.recoverySetUp, key, "recovery-invalid"),
  );
}

/** @throws CryptoError `recovery-invalid` */
export function openRecoveryDecision(signed: Signed, key: VerifyKey): RecoveryDecision {
  return opened(() =>
    openStatement(RecoveryDecision, signed, LABELS.recoveryDecision, key, "recovery-invalid"),
  );
}

/** The share inside, when it is the one that was made for that colleague. @throws CryptoError `recovery-invalid` */
function openShare(
  sealed: string,
  pair: SealKeyPair,
  where: SealedPlace,
  { colleagues, setUp, owner }: RecoverySetUp,
  { origin, colleague }: { readonly origin: Uint8Array; readonly colleague: string },
): Uint8Array {
  try {
    const share = openSealed(ofLength(fromBase64Url(sealed), SEALED_SHARE_BYTES), pair, where);
    const listed = colleagues.find(({ member }) => member === colleague);
    const expected = commitmentOf(ofLength(share, SHARE_BYTES), { origin, setUp, owner });
    if (listed !== undefined && equal(fromBase64Url(listed.commitment), expected)) return share;
  } catch (cause) {
    throw new CryptoError("recovery-invalid", { cause });
  }
  throw new CryptoError("recovery-invalid");
}

export interface ShareHolder {
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  readonly colleague: string;
}

/** A colleague's own share, as they keep it. @throws CryptoError `recovery-invalid` */
export function openKeptShare(
  sealed: string,
  pair: SealKeyPair,
  setUp: RecoverySetUp,
  { origin, colleague }: ShareHolder,
): Uint8Array {
  const place = keptSharePlace({ ...setUp, origin }, colleague);
  return openShare(sealed, pair, place, setUp, { origin, colleague });
}

/** A share for whoever asked, and nobody else. 1,169 bytes. */
export function giveOutShare(
  share: Uint8Array,
  requester: SealPublicKey,
  setUp: RecoverySetUp,
  { origin, colleague }: ShareHolder,
  request: Uint8Array,
): Uint8Array {
  return sealTo(requester, share, approvedSharePlace({ ...setUp, origin }, colleague, request));
}

/** @throws CryptoError `recovery-invalid` when it was not given out for this request, or is not that colleague's */
export function openApprovedShare(
  sealed: string,
  pair: SealKeyPair,
  setUp: RecoverySetUp,
  { origin, colleague }: ShareHolder,
  request: Uint8Array,
): Uint8Array {
  const place = approvedSharePlace({ ...setUp, origin }, colleague, request);
  return openShare(sealed, pair, place, setUp, { origin, colleague });
}

/**
 * From as many true shares as the set-up asks for to the keys of its slot.
 * @throws CryptoError `recovery-invalid` when they are too few, or give another slot than the owner signed
 */
export async function combineColleagues(
  shares: readonly Uint8Array[],
  { threshold, wayIn }: RecoverySetUp,
): Promise<ColleagueKeys> {
  try {
    const secret = await combineShares(shares, threshold);
    const keys = colleagueKeys(secret);
    sodium().memzero(secret);
    if (equal(wayInHash(colleaguesWayIn(keys)), fromBase64Url(wayIn))) return keys;
  } catch (cause) {
    throw new CryptoError("recovery-invalid", { cause });
  }
  throw new CryptoError("recovery-invalid");
}
