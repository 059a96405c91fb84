/** Whom a case could be given to, from the verified roster and the case itself. */
import type { CaseState } from "../payload/case-state.ts";
import type { MemberView, RosterView } from "../vault/interface.ts";

/**
 * Of somebody the reporter took out: `sign-first` needs a signature before a colleague can let them in,
 * `signed-by-you` waits for that colleague, `signed-by-other` needs only yours.
 */
export type Barrier = "none" | "sign-first" | "signed-by-you" | "signed-by-other";

export interface Candidate {
  readonly member: MemberView;
  /** Of the desks they review at. */
  readonly desks: readonly string[];
  readonly barrier: Barrier;
}

function barrierOf({ report, access }: CaseState, member: string, self: string): Barrier {
  if (report?.excluded.includes(member) !== true) return "none";
  const by = access.overrides.filter((one) => one.member === member).map((one) => one.by);
  if (by.some((other) => other !== self && access.readers.includes(other))) {
    return "signed-by-other";
  }
  return by.includes(self) ? "signed-by-you" : "sign-first";
}

/** Every active reviewer of a desk, once. */
export function reviewersIn({ desks }: RosterView): readonly MemberView[] {
  return [
    ...new Map(
      desks.flatMap(({ reviewers }) => reviewers.map((member) => [member.id, member] as const)),
    ).values(),
  ];
}

export function candidatesFor(
  state: CaseState,
  roster: RosterView,
  self: string,
): readonly Candidate[] {
  return reviewersIn(roster)
    .filter(({ id }) => !state.access.readers.includes(id))
    .map((member) => ({
      member,
      desks: roster.desks
        .filter(({ reviewers }) => reviewers.some(({ id }) => id === member.id))
        .map(({ id }) => id),
      barrier: barrierOf(state, member.id, self),
    }));
}
