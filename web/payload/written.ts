/** How entries of the internal lane change the casework of a case, and nothing else of it. */
import type { CaseState } from "./case-state.ts";
import type { Casework, Written } from "./casework.ts";
import type { EntryPlace } from "./entry-type.ts";

/** A member wrote it: the entry types of this lane let nobody else. */
export function written<Payload extends { readonly type: string }>(
  payload: Payload,
  { seq, day, author }: EntryPlace,
): Written<Payload> {
  const { type: _type, ...said } = payload;
  return { ...said, seq, day, by: author.kind === "member" ? author.member : "" };
}

export function withCasework(
  state: CaseState,
  change: (casework: Casework) => Partial<Casework>,
): CaseState {
  return { ...state, casework: { ...state.casework, ...change(state.casework) } };
}
