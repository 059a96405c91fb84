/** When the reporter first heard what was done: Directive (EU) 2019/1937, Art. 9(1)(f). */
import type { CaseState } from "./case-state.ts";
import type { EntryPlace } from "./entry-type.ts";

/**
 * The case after a member's words to the reporter. Those that directly follow the acknowledgement came with it, in one
 * act, and are no feedback yet; a receipt stands between it and whatever is said later.
 */
export function withWords(state: CaseState, { author, seq, day }: EntryPlace): CaseState {
  const { acknowledgedSeq, feedbackDay } = state;
  const isFeedback =
    author.kind === "member" && acknowledgedSeq !== null && seq > acknowledgedSeq + 1;
  return isFeedback ? { ...state, feedbackDay: feedbackDay ?? day } : state;
}
