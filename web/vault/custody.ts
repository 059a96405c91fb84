/**
 * A custodian at work: requests opened and verified, a piece of a key given out or not. Nothing of a report is ever
 * here, and no more of an identity than one piece of the key to it.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import type { ReleaseAnswer, ReleaseRequest } from "../../worker/contract/release.ts";
import type { Signed } from "../../worker/contract/roster.ts";
import { equal } from "../crypto/bytes.ts";
import {
  openIdentityHeader,
  openShare,
  readersHash,
  releaseShare,
  type OpenHeader,
} from "../crypto/identity.ts";
import { keyIdOf, verifyKey, type SealKeyPair } from "../crypto/keys.ts";
import {
  openReleaseRequest,
  releaseRequestHash,
  signReleaseDecision,
  unsealReleaseRequest,
} from "../crypto/release.ts";
import { CryptoError } from "../crypto/suite.ts";
import { readDecision, readRequest } from "../payload/release.ts";
import { VaultFailure } from "./failure.ts";
import { signerIn } from "./release-vetting.ts";
import type { Holding } from "./holding.ts";
import type { RequestView } from "./release-views.ts";

type Asked = OutputOf<"releaseRequests">["requests"][number];
type KeyedRequest = Asked & { readonly sealed: string; readonly share: string };

export interface OpenRequest {
  readonly signed: Signed;
  readonly request: ReleaseRequest;
  readonly header: OpenHeader;
  readonly share: Uint8Array;
}

function pairFor(key: string, pairs: Holding["pairs"]): SealKeyPair {
  const pair = pairs.get(key);
  if (pair === undefined) throw new CryptoError("release-invalid");
  return pair;
}

/** Signed by the member it names, about this envelope, with a piece that fits it. @throws CryptoError. */
function openRequest(
  asked: KeyedRequest,
  { origin, roster, memberId, pairs }: Holding,
): OpenRequest {
  const place = { origin, case: asked.case, release: asked.release, custodian: memberId };
  const signed = unsealReleaseRequest(asked.sealed, pairFor(asked.sealedKey, pairs), place);
  const claimed = readRequest(signed);
  if (claimed === null) throw new CryptoError("release-invalid");
  const member = signerIn(roster.roster, claimed.requester, claimed.day);
  const request = openReleaseRequest(signed, verifyKey(fromBase64Url(member.key)));
  const header = openIdentityHeader(asked.header, fromBase64Url(request.envelope), {
    origin,
    caseId: fromBase64Url(asked.case),
  });
  const fits =
    request.release === asked.release &&
    request.case === asked.case &&
    request.origin === roster.roster.origin &&
    request.requester !== memberId &&
    equal(header.readers, readersHash(request.readers));
  if (!fits) throw new CryptoError("release-invalid");
  const share = openShare(asked.share, memberId, pairFor(asked.shareKey, pairs), header);
  return { signed, request, header, share };
}

/** Requests as a page shows them; those that hold are put into `open`, to be decided. */
export function openRequests(
  requests: readonly Asked[],
  holding: Holding,
  open: Map<string, OpenRequest>,
): readonly RequestView[] {
  return requests.map((asked): RequestView => {
    const { release, case: caseId, desk, requester, day } = asked;
    const place = { release, case: caseId, desk };
    try {
      const { sealed, share } = asked;
      if (sealed === null || share === null) return { ...place, kind: "key-lost", requester, day };
      const opened = openRequest({ ...asked, sealed, share }, holding);
      open.set(release, opened);
      const { request, header } = opened;
      return {
        ...place,
        kind: "holds",
        requester: request.requester,
        chosen: request.readers.includes(request.requester),
        day: request.day,
        language: request.language,
        reason: request.reason,
        threshold: header.threshold,
        custodians: header.ids,
        answer: asked.decision === null ? null : (readDecision(asked.decision)?.answer ?? null),
      };
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
      // One bad request must not hide the others.
      return { ...place, kind: "refused", requester, day };
    }
  });
}

/**
 * The signed decision and, with an approval, this custodian's piece for nobody but whoever asked.
 * @throws VaultFailure `not-ready` for a request that was not opened here
 */
export function decide(
  opened: OpenRequest | undefined,
  answer: ReleaseAnswer,
  day: number,
  { roster, memberId, signing }: Holding,
): Omit<InputOf<"decideRelease">, "audit"> {
  if (opened === undefined) throw new VaultFailure("not-ready");
  const { signed, request, header, share } = opened;
  const { suite, origin, case: caseId, release, envelope, requester } = request;
  const decision = signReleaseDecision(
    {
      suite,
      origin,
      case: caseId,
      release,
      envelope,
      request: releaseRequestHash(signed),
      requester,
      custodian: memberId,
      day,
      answer,
    },
    signing,
  );
  if (answer !== "approved") return { release, decision, share: null };
  const key = roster.sealKeys.get(requester);
  if (key === undefined) throw new VaultFailure("packet-invalid");
  const released = releaseShare(share, key, header, { release, custodian: memberId, requester });
  return {
    release,
    decision,
    share: { key: toBase64Url(keyIdOf(key)), share: toBase64Url(released) },
  };
}
