/**
 * What stands in the conversation as a signed statement counts only as its signers signed it: what is asked and decided
 * about a reporter's identity, and receipts. A custodian holds no key to the conversation, so others carry their
 * statements into it; what they did not sign, or signed for something else, stands there as refused and changes nothing.
 */
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import type { ReleaseAnswer, ReleaseDecision } from "../../worker/contract/release.ts";
import type { Member, Roster, Signed } from "../../worker/contract/roster.ts";
import { verifyKey } from "../crypto/keys.ts";
import { openReleaseDecision, openReleaseRequest, releaseRequestHash } from "../crypto/release.ts";
import { isActive } from "../crypto/roster.ts";
import { CryptoError } from "../crypto/suite.ts";
import type { CaseState } from "../payload/case-state.ts";
import type { JournalItem } from "../payload/journal.ts";
import { decidersOf, isApproved, readDecision, type Release } from "../payload/release.ts";
import { requireReceipt } from "./receipt-vetting.ts";

export interface Vetting {
  readonly caseId: string;
  readonly roster: Roster;
}

/** The member, if they were one on that day. @throws CryptoError `release-invalid`. */
export function signerIn(roster: Roster, id: string, day: number): Member {
  const member = roster.members.find((candidate) => candidate.id === id);
  if (member === undefined || !isActive(member, day)) throw new CryptoError("release-invalid");
  return member;
}

function require(holds: boolean): void {
  if (!holds) throw new CryptoError("release-invalid");
}

function keyOf(member: Member) {
  return verifyKey(fromBase64Url(member.key));
}

/** @throws CryptoError `release-invalid`. */
function requireRequest(
  signed: Signed,
  author: string,
  day: number,
  before: CaseState,
  { caseId, roster }: Vetting,
) {
  const request = openReleaseRequest(signed, keyOf(signerIn(roster, author, day)));
  require(
    request.requester === author && request.case === caseId && request.origin === roster.origin,
  );
  require(before.identity?.standing === "left" && before.identity.envelope === request.envelope);
  require(before.releases.every(({ id }) => id !== request.release));
}

/**
 * A decision of one of the custodians of that very request, signed by them and made once.
 * @throws CryptoError `release-invalid`.
 */
export function requireDecision(
  signed: Signed,
  before: CaseState,
  { caseId, roster }: Vetting,
): { readonly decision: ReleaseDecision; readonly release: Release } {
  const read = readDecision(signed);
  const release = before.releases.find(({ id }) => id === read?.release);
  if (read === null || release === undefined) throw new CryptoError("release-invalid");
  const decision = openReleaseDecision(signed, keyOf(signerIn(roster, read.custodian, read.day)));
  require(decision.case === caseId && decision.origin === roster.origin);
  require(decision.request === releaseRequestHash(release.request));
  require(decision.requester === release.requester && decision.envelope === release.envelope);
  require(decidersOf(release).includes(decision.custodian));
  return { decision, release };
}

function isUndecided({ decisions }: Release, custodian: string): boolean {
  return decisions.every((decided) => decided.custodian !== custodian);
}

function check(item: JournalItem, before: CaseState, vetting: Vetting): void {
  if (item.kind !== "known" || item.author.kind !== "member") return;
  const { payload, author } = item;
  if (payload.type === "release-request") {
    requireRequest(payload.request, author.member, item.day, before, vetting);
  }
  if (payload.type === "release-decision") {
    const { decision, release } = requireDecision(payload.decision, before, vetting);
    require(isUndecided(release, decision.custodian));
  }
  if (payload.type === "release-opened") {
    const release = before.releases.find(({ id }) => id === payload.release);
    require(release !== undefined && release.requester === author.member && isApproved(release));
  }
  if (payload.type === "receipt") {
    requireReceipt(payload.receipt, author.member, item.day, vetting);
  }
}

/** The item as it counts after `before`: refused when it claims what nobody signed. */
export function vetted(item: JournalItem, before: CaseState, vetting: Vetting): JournalItem {
  if (item.kind !== "known") return item;
  try {
    check(item, before, vetting);
    return item;
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    const { lane, seq, day, author } = item;
    return { lane, seq, day, author, kind: "refused", type: item.payload.type };
  }
}

/** What the server holds of custodians' decisions and the conversation does not say. */
export type WaitingDecision =
  | {
      /** On a request that stands in the conversation; nobody has written it down yet. */
      readonly kind: "unrecorded";
      readonly release: string;
      readonly custodian: string;
      readonly answer: ReleaseAnswer;
      readonly day: number;
      readonly signed: Signed;
    }
  /** On a request the conversation does not hold: it was kept from this reader. */
  | { readonly kind: "unasked"; readonly custodian: string; readonly answer: ReleaseAnswer }
  /** Signed by nobody who may decide. */
  | { readonly kind: "forged" };

function waiting(signed: Signed, state: CaseState, vetting: Vetting): WaitingDecision {
  const read = readDecision(signed);
  const known = state.releases.some(({ id }) => id === read?.release);
  if (read === null) return { kind: "forged" };
  try {
    if (known) {
      const { custodian, answer, day, release } = requireDecision(signed, state, vetting).decision;
      return { kind: "unrecorded", release, custodian, answer, day, signed };
    }
    const signer = signerIn(vetting.roster, read.custodian, read.day);
    const { custodian, answer, case: caseId } = openReleaseDecision(signed, keyOf(signer));
    require(caseId === vetting.caseId && signer.roles.includes("custodian"));
    return { kind: "unasked", custodian, answer };
  } catch (error) {
    if (error instanceof CryptoError) return { kind: "forged" };
    throw error;
  }
}

export function waitingDecisions(
  decisions: readonly Signed[],
  state: CaseState,
  vetting: Vetting,
): readonly WaitingDecision[] {
  return decisions
    .map((signed) => waiting(signed, state, vetting))
    .filter((found) => {
      if (found.kind !== "unrecorded") return true;
      const release = state.releases.find(({ id }) => id === found.release);
      return release !== undefined && isUndecided(release, found.custodian);
    });
}
