/**
 * A reviewer's side of a release: asking, carrying custodians' decisions into the conversation, putting the pieces
 * together. Invariant: who the reporter is leaves the vault only for whoever asked, and only once the conversation
 * they share with the reporter says that it was opened.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import { ID_BYTES } from "../../worker/contract/limits.ts";
import type { SealedRequest } from "../../worker/contract/release.ts";
import { random } from "../crypto/bytes.ts";
import { openIdentity, openIdentityHeader, openReleasedShare } from "../crypto/identity.ts";
import { keyIdOf } from "../crypto/keys.ts";
import { sealReleaseRequest, signReleaseRequest } from "../crypto/release.ts";
import { CryptoError } from "../crypto/suite.ts";
import type { CaseState } from "../payload/case-state.ts";
import { Identity } from "../payload/identity.ts";
import { readDecision } from "../payload/release.ts";
import type { CaseJournal } from "./case-journal.ts";
import { VaultFailure } from "./failure.ts";
import type { Holding } from "./holding.ts";
import { requireDecision, waitingDecisions, type WaitingDecision } from "./release-vetting.ts";
import type { ActContext } from "./act-context.ts";
import { sealAct, type PlannedAct } from "./desk-act.ts";
import type { PiecesFound, ReleaseAct, SealedAsking } from "./release-views.ts";

type Shares = OutputOf<"releaseShares">["releases"];

/** The signed request, and what of it goes to the server besides the entry it is in. */
export interface PreparedRequest {
  readonly asking: Extract<PlannedAct, { kind: "ask" }>;
  readonly release: InputOf<"requestRelease">["release"];
}

/** @throws VaultFailure `not-ready` when the reporter left nobody's name, or took it back */
export function prepareRequest(
  { reason, language, bestInterests }: Omit<ReleaseAct, "kind">,
  day: number,
  journal: CaseJournal,
  holding: Holding,
): PreparedRequest {
  const { identity, report } = journal.state;
  if (identity?.standing !== "left" || report === null) throw new VaultFailure("not-ready");
  const { origin, roster, memberId, signing } = holding;
  const release = toBase64Url(random(ID_BYTES));
  const request = signReleaseRequest(
    {
      suite: "tern/1",
      origin: roster.roster.origin,
      case: journal.caseId,
      release,
      envelope: identity.envelope,
      requester: memberId,
      readers: [...report.recipients],
      day,
      reason,
      language,
    },
    signing,
  );
  const requests = identity.custodians
    .filter((id) => id !== memberId)
    .flatMap((custodian): SealedRequest[] => {
      const key = roster.sealKeys.get(custodian);
      // Whoever has left since holds their piece no more, and is not asked.
      if (key === undefined) return [];
      const place = { origin, case: journal.caseId, release, custodian };
      const sealed = toBase64Url(sealReleaseRequest(request, key, place));
      return [{ member: custodian, key: toBase64Url(keyIdOf(key)), sealed }];
    });
  return {
    asking: { kind: "ask", request, bestInterests },
    release: { id: release, envelopeSeq: identity.seq, requests },
  };
}

/** @throws as `sealAct` */
export function sealAsking(
  { asking, release }: PreparedRequest,
  context: ActContext,
): SealedAsking {
  const { interests, ...append } = sealAct(asking, context);
  if (interests === null) throw new VaultFailure("not-permitted");
  return { ...append, release, interests };
}

/** Decisions that hold and that nobody has written into the conversation yet, and what else the server said. */
export function unrecorded(
  shares: Shares,
  journal: CaseJournal,
  { roster }: Holding,
): readonly WaitingDecision[] {
  const signed = shares.flatMap(({ answers }) => answers.map(({ decision }) => decision));
  return waitingDecisions(signed, journal.state, {
    caseId: journal.caseId,
    roster: roster.roster,
  });
}

/** What came of putting the pieces together. */
export type Opening =
  | { readonly kind: "opened"; readonly identity: Identity }
  | Extract<PiecesFound, { readonly kind: "short" }>;

function requireState(state: CaseState, id: string, memberId: string) {
  const release = state.releases.find((candidate) => candidate.id === id);
  if (release === undefined || release.requester !== memberId) throw new VaultFailure("not-ready");
  return release;
}

/**
 * @throws CryptoError `identity-invalid` when the envelope is not the one the reporter named, or does not open under
 * true pieces
 */
export async function openReleased(
  id: string,
  shares: Shares,
  journal: CaseJournal,
  holding: Holding,
): Promise<Opening> {
  const { origin, roster, memberId, pairs } = holding;
  const { state, caseId } = journal;
  const release = requireState(state, id, memberId);
  const served = shares.find((candidate) => candidate.release === id);
  if (served === undefined || served.envelope === null) return { kind: "short", wrong: [] };
  const place = { origin, caseId: fromBase64Url(caseId) };
  const header = openIdentityHeader(served.envelope.header, fromBase64Url(release.envelope), place);
  const vetting = { caseId, roster: roster.roster };
  const pieces = new Map<string, Uint8Array>();
  const wrong = new Set<string>();
  for (const { decision, share } of served.answers) {
    if (share === null) continue;
    const named = readDecision(decision)?.custodian ?? "";
    try {
      const { custodian, answer } = requireDecision(decision, state, vetting).decision;
      const pair = pairs.get(share.key);
      if (pair === undefined || answer !== "approved") throw new CryptoError("identity-invalid");
      const at = { release: id, custodian, requester: memberId };
      pieces.set(custodian, openReleasedShare(share.share, pair, header, at));
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
      wrong.add(named);
    }
  }
  if (pieces.size < header.threshold) return { kind: "short", wrong: [...wrong] };
  const text = await openIdentity(
    served.envelope.body,
    [...pieces.values()],
    header,
    served.envelope.header,
  );
  return { kind: "opened", identity: parseIdentity(text) };
}

function parseIdentity(text: string): Identity {
  try {
    return Identity.parse(JSON.parse(text));
  } catch (cause) {
    throw new CryptoError("identity-invalid", { cause });
  }
}
