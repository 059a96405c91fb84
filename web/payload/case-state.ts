/**
 * The state of a case: only ever computed from its journal, in the browser of somebody who can read it.
 */
import { NOBODY_READS, type Access } from "./access.ts";
import type { ChallengeRecord } from "./challenge.ts";
import { NO_CASEWORK, type Casework } from "./casework.ts";
import type { ExtensionReason } from "./entries/feedback-extension.ts";
import type { Report } from "./entries/report.ts";
import type { ClosureReason } from "./entries/closure.ts";
import type { KeptReceipt } from "./promises.ts";
import type { LeftIdentity, Release } from "./release.ts";

export interface CaseState {
  readonly report: Report | null;
  /** The report's own day, from which its promises are counted. */
  readonly receivedDay: number | null;
  readonly acknowledgedDay: number | null;
  /** Where the acknowledgement stands in the conversation. */
  readonly acknowledgedSeq: number | null;
  /** Of the first words to the reporter after the act that acknowledged. */
  readonly feedbackDay: number | null;
  /** In the order they were signed. */
  readonly receipts: readonly KeptReceipt[];
  /** Null until the reporter was told that feedback takes longer. */
  readonly feedbackExtension: { readonly day: number; readonly reason: ExtensionReason } | null;
  /** Member ids the internal lane was made for; empty until somebody opened the case. */
  readonly recipients: readonly string[];
  readonly access: Access;
  /** In force; null once the case was reopened. `seq` is its place in the conversation, `by` a member id. */
  readonly closure: {
    readonly seq: number;
    readonly day: number;
    readonly by: string;
    readonly reason: ClosureReason;
  } | null;
  /** Of the last reopening; null where there was none. */
  readonly reopenedDay: number | null;
  /** In the order they were made. */
  readonly challenges: readonly ChallengeRecord[];
  readonly withdrawnDay: number | null;
  /** Of the first words of the reporter, after the report, that nobody has answered; null where none wait. */
  readonly unansweredSince: number | null;
  /** Null where no envelope was ever named: the desk had no custodian. */
  readonly identity: LeftIdentity | null;
  /** In the order they were asked for. */
  readonly releases: readonly Release[];
  readonly casework: Casework;
}

export const NEW_CASE: CaseState = {
  report: null,
  receivedDay: null,
  acknowledgedDay: null,
  acknowledgedSeq: null,
  feedbackDay: null,
  receipts: [],
  feedbackExtension: null,
  recipients: [],
  access: NOBODY_READS,
  closure: null,
  reopenedDay: null,
  challenges: [],
  withdrawnDay: null,
  unansweredSince: null,
  identity: null,
  releases: [],
  casework: NO_CASEWORK,
};

/** Where a case stands, in the order a case goes through them. */
export const STANDINGS = ["received", "acknowledged", "closed", "withdrawn"] as const;
export type Standing = (typeof STANDINGS)[number];

export function standingOf(state: CaseState): Standing {
  if (state.withdrawnDay !== null) return "withdrawn";
  if (state.closure !== null) return "closed";
  if (state.acknowledgedDay !== null) return "acknowledged";
  return "received";
}
