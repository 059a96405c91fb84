/**
 * Asking who a reporter is, and deciding it: two statements, each signed by the member who makes it.
 * Invariant: a decision is for one request, reason and all: it names the hash of the request's very bytes.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import {
  RELEASE_REQUEST_BYTES,
  SEALED_REQUEST_BYTES,
  SIGNATURE_BYTES,
} from "../../worker/contract/limits.ts";
import { concat } from "../../worker/contract/preimages.ts";
import { ReleaseDecision, ReleaseRequest } from "../../worker/contract/release.ts";
import type { Signed } from "../../worker/contract/roster.ts";
import { ofLength } from "./bytes.ts";
import { hash } from "./hash.ts";
import type { SealKeyPair, SealPublicKey, SigningSeed, VerifyKey } from "./keys.ts";
import { padTo, unpad } from "./padding.ts";
import { openSealed, sealTo, type SealedPlace } from "./seal-to.ts";
import { openStatement, signStatement } from "./statement.ts";
import { CryptoError, LABELS } from "./suite.ts";

export function signReleaseRequest(request: ReleaseRequest, seed: SigningSeed): Signed {
  return signStatement(ReleaseRequest, request, LABELS.releaseRequest, seed);
}

export function signReleaseDecision(decision: ReleaseDecision, seed: SigningSeed): Signed {
  return signStatement(ReleaseDecision, decision, LABELS.releaseDecision, seed);
}

/** What a decision names its request by: base64url of 32 bytes. */
export function releaseRequestHash({ statement }: Signed): string {
  return toBase64Url(hash(LABELS.releaseRequestHash, fromBase64Url(statement)));
}

/** `roster-malformed` is about rosters; whatever else is signed and is none of ours is `release-invalid`. */
function opened<Statement>(open: () => { readonly statement: Statement }): Statement {
  try {
    return open().statement;
  } catch (cause) {
    throw new CryptoError("release-invalid", { cause });
  }
}

/** @throws CryptoError `release-invalid`. */
export function openReleaseRequest(signed: Signed, key: VerifyKey): ReleaseRequest {
  return opened(() =>
    openStatement(ReleaseRequest, signed, LABELS.releaseRequest, key, "release-invalid"),
  );
}

/** @throws CryptoError `release-invalid`. */
export function openReleaseDecision(signed: Signed, key: VerifyKey): ReleaseDecision {
  return opened(() =>
    openStatement(ReleaseDecision, signed, LABELS.releaseDecision, key, "release-invalid"),
  );
}

/** Where a request is read: in which case, about which release, by which custodian. Ids are base64url. */
export interface RequestPlace {
  readonly origin: Uint8Array;
  readonly case: string;
  readonly release: string;
  readonly custodian: string;
}

/** What a request is bound to, as one custodian reads it. */
export function requestPlace({
  origin,
  case: caseId,
  release,
  custodian,
}: RequestPlace): SealedPlace {
  return {
    label: LABELS.sealedRequest,
    place: concat(origin, ...[caseId, release, custodian].map(fromBase64Url)),
  };
}

/** The signed request for one custodian's eyes. @throws CryptoError `text-too-long`, `packet-invalid`. */
export function sealReleaseRequest(
  signed: Signed,
  recipient: SealPublicKey,
  place: RequestPlace,
): Uint8Array {
  const plain = concat(fromBase64Url(signed.signature), fromBase64Url(signed.statement));
  return sealTo(recipient, padTo(plain, RELEASE_REQUEST_BYTES), requestPlace(place));
}

/** Still to be verified under the requester's key. @throws CryptoError `release-invalid`. */
export function unsealReleaseRequest(
  sealed: string,
  pair: SealKeyPair,
  place: RequestPlace,
): Signed {
  try {
    const bytes = ofLength(fromBase64Url(sealed), SEALED_REQUEST_BYTES);
    const plain = unpad(openSealed(bytes, pair, requestPlace(place)));
    return {
      signature: toBase64Url(plain.subarray(0, SIGNATURE_BYTES)),
      statement: toBase64Url(plain.subarray(SIGNATURE_BYTES)),
    };
  } catch (cause) {
    throw new CryptoError("release-invalid", { cause });
  }
}
