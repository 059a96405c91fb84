/** What an act of a member's writes into each lane, and what the server is told was done with it. */
import type { Payload } from "../payload/entries/index.ts";

export interface Planned {
  readonly conversation: readonly Payload[];
  readonly internal: readonly Payload[];
  readonly acknowledged: boolean;
  readonly feedback: boolean;
  readonly feedbackExtended: boolean;
  readonly closed: boolean;
  readonly reopened: boolean;
  readonly challengeDecided: boolean;
  /** As `CaseAppend` has it. */
  readonly hold?: number | null;
}

export const NOTHING_PLANNED: Planned = {
  conversation: [],
  internal: [],
  acknowledged: false,
  feedback: false,
  feedbackExtended: false,
  closed: false,
  reopened: false,
  challengeDecided: false,
};
