/**
 * Decisions that whoever reported has challenged: only ever folded from the conversation, by every client for itself.
 * A challenge is decided by somebody who did not take the decision it is about.
 */
import type { CaseState } from "./case-state.ts";
import type { Challenge, ChallengeDecision } from "./entries/challenge.ts";
import type { EntryPlace } from "./entry-type.ts";

export interface DecidedChallenge extends Pick<ChallengeDecision, "outcome" | "text" | "language"> {
  readonly seq: number;
  readonly day: number;
  /** Member id. */
  readonly by: string;
}

/** `seq` names it: its place in the conversation. */
export interface ChallengeRecord extends Omit<Challenge, "type"> {
  readonly seq: number;
  readonly day: number;
  /** Member id of whoever took the decision it is about. */
  readonly decider: string;
  /** Null while nobody has decided it. */
  readonly decision: DecidedChallenge | null;
}

/** The one that waits for an answer; null where none does. Whoever took the report back waits for nothing. */
export function openChallenge({ challenges, withdrawnDay }: CaseState): ChallengeRecord | null {
  if (withdrawnDay !== null) return null;
  return challenges.find(({ decision }) => decision === null) ?? null;
}

/** What may be challenged now, by its seq: the decision to close, once. Null where there is nothing to challenge. */
export function challengeable(state: CaseState): number | null {
  const { closure, challenges, withdrawnDay } = state;
  if (closure === null || withdrawnDay !== null || openChallenge(state) !== null) return null;
  return challenges.some(({ about }) => about === closure.seq) ? null : closure.seq;
}

/** Member ids of those who may decide the open challenge: readers who did not take the decision. */
export function challengeDeciders(state: CaseState): readonly string[] {
  const open = openChallenge(state);
  if (open === null) return [];
  return state.access.readers.filter((member) => member !== open.decider);
}

/** May that author decide that challenge? */
export function mayDecide(state: CaseState, challenge: number, { author }: EntryPlace): boolean {
  const open = openChallenge(state);
  return open?.seq === challenge && author.kind === "member" && author.member !== open.decider;
}
