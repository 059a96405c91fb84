/**
 * What becomes of a case on which something is owed: which steps it has reached, and whom a step is meant for.
 * Invariant: a step once reached stays reached for as long as that due day stands, so a day on which nothing ran is
 * made up for by the next.
 */
import { DUE_STEPS, type DueStep } from "../contract/due.ts";
import type { Member, Roster } from "../contract/roster.ts";

/** Days from the due day to each step (house default). */
type Ladder = Readonly<Record<DueStep, number>>;

const LADDER: Ladder = { due: 0, overdue: 1, "on-call": 2, supervisor: 4, oversight: 8 };
/** What somebody marked urgent. */
const URGENT: Ladder = { due: 0, overdue: 1, "on-call": 1, supervisor: 2, oversight: 4 };
/** And nobody has looked at. */
const UNREAD_URGENT: Ladder = { due: 0, overdue: 1, "on-call": 0, supervisor: 1, oversight: 2 };

/** The steps at which somebody is told at once; the two before them stand in the inbox. */
const TOLD: readonly DueStep[] = ["on-call", "supervisor", "oversight"];

export function isTold(step: DueStep): boolean {
  return TOLD.includes(step);
}

/** The plain columns it goes by. */
export interface DueCase {
  readonly nextDueDay: number;
  readonly urgent: boolean;
  /** 0 until somebody has opened the case. */
  readonly internalSeq: number;
}

function ladderOf({ urgent, internalSeq }: DueCase): Ladder {
  if (!urgent) return LADDER;
  return internalSeq === 0 ? UNREAD_URGENT : URGENT;
}

/** The steps it has reached on `today`, in their order; none before the due day. */
export function stepsReached(due: DueCase, today: number): readonly DueStep[] {
  const ladder = ladderOf(due);
  return DUE_STEPS.filter((step) => due.nextDueDay + ladder[step] <= today);
}

/** The furthest of those that are marked; null when none is. */
export function furthestStep(marked: readonly DueStep[]): DueStep | null {
  return DUE_STEPS.findLast((step) => marked.includes(step)) ?? null;
}

/**
 * Member ids of those whom a step is meant for, by the newest roster: who reads the case, then the coordinators of its
 * desk (all of them where the desk has none), then the members of the desks with oversight (the coordinators where
 * there is no such desk). Nobody whose membership has ended. It is told them that something is owed, never what; who
 * of them can read the case their keys decide.
 */
export function meantBy(
  step: DueStep,
  roster: Roster,
  deskId: string,
  readers: readonly string[],
  today: number,
): readonly string[] {
  const active = roster.members.filter(
    ({ revokedDay }) => revokedDay === undefined || revokedDay > today,
  );
  const among = (wanted: (member: Member) => boolean): readonly string[] =>
    active.filter(wanted).map(({ id }) => id);
  const coordinators = (): readonly string[] => among(({ roles }) => roles.includes("coordinator"));
  switch (step) {
    case "due":
    case "overdue":
    case "on-call":
      return among(({ id }) => readers.includes(id));
    case "supervisor": {
      const desk = roster.desks.find(({ id }) => id === deskId);
      const own = coordinators().filter((id) => desk?.members.includes(id) === true);
      return own.length > 0 ? own : coordinators();
    }
    case "oversight": {
      const desks = roster.desks.filter(({ oversight }) => oversight === true);
      const own = among(({ id }) => desks.some(({ members }) => members.includes(id)));
      return own.length > 0 ? own : coordinators();
    }
  }
}
