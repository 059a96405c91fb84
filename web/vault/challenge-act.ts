/** What a member does about a decision that was challenged, or a case that was closed too early. */
import type { ChallengeOutcome } from "../payload/entries/challenge.ts";
import type { Payload } from "../payload/entries/index.ts";
import type { ReopeningReason } from "../payload/entries/reopening.ts";
import type { Stage } from "../payload/entries/stage.ts";

/** Where a case that was closed may be taken up again. */
export const REOPENED_STAGES = ["ASSESS", "ADDRESS"] as const satisfies readonly Stage[];
export type ReopenedStage = (typeof REOPENED_STAGES)[number];

export type ChallengeAct =
  /** Answers the open challenge. Rejects with `not-permitted` when the member took the decision it is about. */
  | {
      readonly kind: "decide-challenge";
      readonly challenge: number;
      readonly outcome: ChallengeOutcome;
      readonly text: string;
      readonly language: string;
      /** Null leaves the case as it is. */
      readonly reopenedAt: ReopenedStage | null;
    }
  | {
      readonly kind: "reopen";
      readonly reason: ReopeningReason;
      readonly text: string;
      readonly language: string;
      readonly stage: ReopenedStage;
    };

interface PlannedChange {
  readonly conversation: readonly Payload[];
  readonly internal: readonly Payload[];
  readonly reopened: boolean;
  readonly challengeDecided: boolean;
}

/**
 * As entries and marks. The reporter reads why; the notes say where the work begins again.
 * @param closed false where a colleague has reopened the case meanwhile
 */
export function planChange(act: ChallengeAct, closed: boolean): PlannedChange {
  const { language } = act;
  if (act.kind === "reopen") {
    const { reason, text, stage } = act;
    return {
      conversation: [{ type: "reopening", reason, language, text }],
      internal: [{ type: "stage", stage }],
      reopened: true,
      challengeDecided: false,
    };
  }
  const { challenge, outcome, text, reopenedAt } = act;
  const decision: Payload = { type: "challenge-decision", challenge, outcome, language, text };
  const nothing = { internal: [], reopened: false, challengeDecided: true };
  if (reopenedAt === null || !closed) return { ...nothing, conversation: [decision] };
  return {
    conversation: [decision, { type: "reopening", reason: "CHALLENGE_UPHELD", language, text: "" }],
    internal: [{ type: "stage", stage: reopenedAt }],
    reopened: true,
    challengeDecided: true,
  };
}
