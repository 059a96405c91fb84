/** A request to open who somebody is, as far as the conversation tells it. */
import {
  ReleaseDecision,
  ReleaseRequest,
  type ReleaseAnswer,
} from "../../worker/contract/release.ts";
import type { Signed } from "../../worker/contract/roster.ts";
import { readStatement } from "../../worker/contract/statement.ts";

/** What the reporter left, as the newest entry about it says; who it is stands in no state. */
export interface LeftIdentity {
  readonly standing: "left" | "none" | "withdrawn";
  /** Hash of the envelope, base64url. */
  readonly envelope: string;
  readonly threshold: number;
  /** Member ids in the order of their shares. */
  readonly custodians: readonly string[];
  /** Of the conversation's entry that came with the envelope. */
  readonly seq: number;
  readonly day: number;
}

export interface Decided {
  readonly custodian: string;
  readonly answer: ReleaseAnswer;
  readonly day: number;
}

export interface Release {
  readonly id: string;
  readonly request: Signed;
  readonly envelope: string;
  readonly envelopeSeq: number;
  readonly requester: string;
  readonly day: number;
  readonly language: string;
  readonly reason: string;
  readonly threshold: number;
  readonly custodians: readonly string[];
  readonly decisions: readonly Decided[];
  readonly openedDay: number | null;
}

export function approvalsOf({ decisions }: Pick<Release, "decisions">): readonly Decided[] {
  return decisions.filter(({ answer }) => answer === "approved");
}

/** Custodians who may decide it: whoever asks does not answer themself. */
export function decidersOf({ custodians, requester }: Release): readonly string[] {
  return custodians.filter((id) => id !== requester);
}

/** Can it still come to `threshold`? */
export function isRefused(release: Release): boolean {
  const refused = release.decisions.length - approvalsOf(release).length;
  return decidersOf(release).length - refused < release.threshold;
}

export function isApproved(release: Release): boolean {
  return approvalsOf(release).length >= release.threshold;
}

/** What it says; whether it is signed is another question. */
export function readRequest(signed: Signed): ReleaseRequest | null {
  return readStatement(ReleaseRequest, signed);
}

/** As `readRequest`. */
export function readDecision(signed: Signed): ReleaseDecision | null {
  return readStatement(ReleaseDecision, signed);
}
