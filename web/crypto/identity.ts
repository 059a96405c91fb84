/**
 * Who somebody is, sealed apart from what they report: a random key of its own, split among custodians.
 * Invariant: an envelope with nothing in it is made exactly as one with something, so that nobody who lacks the
 * pieces can tell them apart, the server and every single custodian included. PROTOCOL.md, "Identity".
 */
import {
  decodeIdentityHeader,
  encodeIdentityHeader,
  slotsFor,
  type IdentityHeader,
} from "../../worker/contract/identity-header.ts";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { DUMMY_MEMBER } from "../../worker/contract/journal.ts";
import {
  HASH_BYTES,
  ID_BYTES,
  IDENTITY_BYTES,
  SEAL_OVERHEAD_BYTES,
  SEALED_SHARE_BYTES,
  SHARE_BYTES,
} from "../../worker/contract/limits.ts";
import { concat } from "../../worker/contract/preimages.ts";
import type { IdentityEnvelope, IdentityShare } from "../../worker/contract/release.ts";
import { equal, fromUtf8, ofLength, random, utf8 } from "./bytes.ts";
import { open, seal } from "./envelope.ts";
import { hash } from "./hash.ts";
import type { LaneKey, SealKeyPair, SealPublicKey } from "./keys.ts";
import { keyIdOf, laneKey, newLaneKey } from "./keys.ts";
import { padTo, unpad } from "./padding.ts";
import { openSealed, sealTo, type SealedPlace } from "./seal-to.ts";
import { combineShares, splitKey } from "./shamir.ts";
import { CryptoError, LABELS } from "./suite.ts";

export interface Custodian {
  /** Member id, base64url. */
  readonly id: string;
  readonly key: SealPublicKey;
}

export interface EnvelopePlace {
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  readonly caseId: Uint8Array;
}

/** 32 bytes that name an envelope: its place, its custodians, their shares, its readers. */
export function envelopeHash(header: Uint8Array): Uint8Array {
  return hash(LABELS.identityEnvelope, header);
}

/** Over the member ids a report was sealed to, in its order. */
export function readersHash(readers: readonly string[]): Uint8Array {
  return hash(LABELS.identityReaders, ...readers.map(fromBase64Url));
}

function commitmentOf(share: Uint8Array, { origin, caseId }: EnvelopePlace): Uint8Array {
  return hash(LABELS.shareCommitment, origin, caseId, share);
}

/** What a custodian's share is bound to; `at` is its place in the header, counted from 0. */
export function sharePlace(envelope: Uint8Array, custodian: string, at: number): SealedPlace {
  return {
    label: LABELS.identityShare,
    place: concat(envelope, fromBase64Url(custodian), Uint8Array.of(at + 1)),
  };
}

function bodyKey(key: LaneKey): Uint8Array {
  return hash(LABELS.identityKey, key);
}

function emptySlot(): IdentityShare {
  return {
    member: DUMMY_MEMBER,
    key: toBase64Url(random(ID_BYTES)),
    share: toBase64Url(random(SEALED_SHARE_BYTES)),
  };
}

export interface SealedIdentity {
  readonly envelope: IdentityEnvelope;
  /** 32 bytes: what a sealed entry names it by. */
  readonly hash: Uint8Array;
}

/**
 * @param text JSON of what somebody wrote of themself, or of nothing
 * @param custodians with none there is no key to split, and the envelope is noise
 * @param readers member ids of those the report was sealed to
 * @throws CryptoError `text-too-long`, `packet-invalid`
 */
export async function sealIdentity(
  text: string,
  custodians: readonly Custodian[],
  threshold: number,
  readers: readonly string[],
  place: EnvelopePlace,
): Promise<SealedIdentity> {
  const key = newLaneKey();
  const shares = custodians.length === 0 ? [] : await splitKey(key, threshold, custodians.length);
  const header = encodeIdentityHeader(
    {
      ...place,
      threshold,
      readers: readersHash(readers),
      custodians: custodians.map(({ id }, at) => ({
        id: fromBase64Url(id),
        commitment: commitmentOf(shareAt(shares, at), place),
      })),
    },
    () => random(HASH_BYTES),
  );
  const named = envelopeHash(header);
  const plain = padTo(utf8(text), IDENTITY_BYTES);
  const body =
    custodians.length === 0
      ? random(IDENTITY_BYTES + SEAL_OVERHEAD_BYTES)
      : seal(plain, header, bodyKey(key));
  const sealed = custodians.map(({ id, key: recipient }, at): IdentityShare => {
    const share = sealTo(recipient, shareAt(shares, at), sharePlace(named, id, at));
    return { member: id, key: toBase64Url(keyIdOf(recipient)), share: toBase64Url(share) };
  });
  while (sealed.length < slotsFor(custodians.length)) sealed.push(emptySlot());
  return {
    envelope: { header: toBase64Url(header), body: toBase64Url(body), shares: sealed },
    hash: named,
  };
}

function shareAt(shares: readonly Uint8Array[], at: number): Uint8Array {
  const share = shares[at];
  if (share === undefined) throw new CryptoError("identity-invalid");
  return share;
}

export interface OpenHeader extends IdentityHeader {
  readonly hash: Uint8Array;
  /** Member ids, base64url, in the order of their shares. */
  readonly ids: readonly string[];
}

/** @throws CryptoError `identity-invalid` when it is no header, or not of this envelope in this place. */
export function openIdentityHeader(
  text: string,
  envelope: Uint8Array,
  place: EnvelopePlace,
): OpenHeader {
  const bytes = fromBase64Url(text);
  const named = envelopeHash(bytes);
  try {
    const header = decodeIdentityHeader(bytes);
    const fits =
      equal(named, envelope) &&
      equal(header.origin, place.origin) &&
      equal(header.caseId, place.caseId);
    if (fits) {
      return { ...header, hash: named, ids: header.custodians.map(({ id }) => toBase64Url(id)) };
    }
  } catch (cause) {
    throw new CryptoError("identity-invalid", { cause });
  }
  throw new CryptoError("identity-invalid");
}

/** Is this the share that was made for that custodian? */
function isShareOf(share: Uint8Array, header: OpenHeader, custodian: string): boolean {
  const found = header.custodians[header.ids.indexOf(custodian)];
  return found !== undefined && equal(found.commitment, commitmentOf(share, header));
}

/** A custodian's own share. @throws CryptoError `identity-invalid` when it is not what the header commits to. */
export function openShare(
  sealed: string,
  custodian: string,
  pair: SealKeyPair,
  header: OpenHeader,
): Uint8Array {
  const at = header.ids.indexOf(custodian);
  if (at < 0) throw new CryptoError("identity-invalid");
  const bytes = ofLength(fromBase64Url(sealed), SEALED_SHARE_BYTES);
  return requireShare(
    openAs(bytes, pair, sharePlace(header.hash, custodian, at)),
    header,
    custodian,
  );
}

function openAs(...[sealed, pair, where]: Parameters<typeof openSealed>): Uint8Array {
  try {
    return openSealed(sealed, pair, where);
  } catch (cause) {
    throw new CryptoError("identity-invalid", { cause });
  }
}

function requireShare(share: Uint8Array, header: OpenHeader, custodian: string): Uint8Array {
  if (share.length !== SHARE_BYTES || !isShareOf(share, header, custodian)) {
    throw new CryptoError("identity-invalid");
  }
  return share;
}

/** For which request, by whom, to whom a share is given out. Ids are base64url. */
export interface ReleasePlace {
  readonly release: string;
  readonly custodian: string;
  readonly requester: string;
}

/** What a share that was given out is bound to. */
export function releasedPlace(
  envelope: Uint8Array,
  { release, custodian, requester }: ReleasePlace,
): SealedPlace {
  return {
    label: LABELS.releasedShare,
    place: concat(envelope, ...[release, custodian, requester].map(fromBase64Url)),
  };
}

/** A custodian's share, sealed anew to whoever asked. 1,169 bytes. */
export function releaseShare(
  share: Uint8Array,
  requester: SealPublicKey,
  header: OpenHeader,
  place: ReleasePlace,
): Uint8Array {
  return sealTo(requester, share, releasedPlace(header.hash, place));
}

/** @throws CryptoError `identity-invalid` when it was not given out so, or is not that custodian's true share. */
export function openReleasedShare(
  sealed: string,
  pair: SealKeyPair,
  header: OpenHeader,
  place: ReleasePlace,
): Uint8Array {
  const bytes = ofLength(fromBase64Url(sealed), SEALED_SHARE_BYTES);
  return requireShare(
    openAs(bytes, pair, releasedPlace(header.hash, place)),
    header,
    place.custodian,
  );
}

/**
 * The JSON inside, from as many true shares as the header asks for.
 * @throws CryptoError `identity-invalid` when they are too few, or the body was not sealed under what they give.
 */
export async function openIdentity(
  body: string,
  shares: readonly Uint8Array[],
  header: OpenHeader,
  headerText: string,
): Promise<string> {
  const key = laneKey(await combineShares(shares, header.threshold));
  const padded = open(fromBase64Url(body), fromBase64Url(headerText), bodyKey(key));
  if (padded === null) throw new CryptoError("identity-invalid");
  try {
    return fromUtf8(unpad(padded));
  } catch (cause) {
    throw new CryptoError("identity-invalid", { cause });
  }
}
