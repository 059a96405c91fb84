/** Whose turn it is in the conversation: the reporter's words stand unanswered until somebody speaks to them. */
import type { CaseState } from "./case-state.ts";
import type { EntryPlace } from "./entry-type.ts";

/** The case after words of either to the other. That a report arrived, or who reads it, answers nothing. */
export function afterWords(state: CaseState, { author, day }: EntryPlace): CaseState {
  const unansweredSince = author.kind === "member" ? null : (state.unansweredSince ?? day);
  return { ...state, unansweredSince };
}
