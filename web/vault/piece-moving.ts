/**
 * What is sealed to a member besides wraps, under their new key: pieces they keep, requests they are asked, pieces they
 * were given, shares of colleagues' recoveries, keys of feedback. Only the key changes; what is inside, and what it is bound to, stays.
 */
import { decodeIdentityHeader } from "../../worker/contract/identity-header.ts";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { OwnPiece } from "../../worker/contract/release.ts";
import { keptSharePlace } from "../crypto/colleagues.ts";
import { feedbackPlace } from "../crypto/feedback.ts";
import { envelopeHash, releasedPlace, sharePlace } from "../crypto/identity.ts";
import type { SealKeyPair } from "../crypto/keys.ts";
import { requestPlace } from "../crypto/release.ts";
import { openSealed, sealTo, type SealedPlace } from "../crypto/seal-to.ts";

export interface Mover {
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  /** base64url */
  readonly memberId: string;
}

function placeOf(piece: OwnPiece, { origin, memberId }: Mover): SealedPlace {
  switch (piece.kind) {
    case "share": {
      const header = fromBase64Url(piece.header);
      const { custodians } = decodeIdentityHeader(header);
      const at = custodians.findIndex(({ id }) => toBase64Url(id) === memberId);
      return sharePlace(envelopeHash(header), memberId, at);
    }
    case "request":
      return requestPlace({
        origin,
        case: piece.case,
        release: piece.release,
        custodian: memberId,
      });
    case "released": {
      const { release, custodian } = piece;
      const place = { release, custodian, requester: memberId };
      return releasedPlace(envelopeHash(fromBase64Url(piece.header)), place);
    }
    case "feedback":
      return feedbackPlace(origin, fromBase64Url(piece.feedback));
    case "recovery-share":
      return keptSharePlace({ origin, setUp: piece.setUp, owner: piece.owner }, memberId);
  }
}

/** As it is, where it opens with no key: it must not keep a former one alive. */
export function movedPiece(
  piece: OwnPiece,
  from: SealKeyPair,
  to: SealKeyPair,
  mover: Mover,
): OwnPiece {
  try {
    const place = placeOf(piece, mover);
    const inside = openSealed(fromBase64Url(piece.sealed), from, place);
    return { ...piece, sealed: toBase64Url(sealTo(to.publicKey, inside, place)) };
  } catch {
    return piece;
  }
}
