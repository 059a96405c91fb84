/**
 * How the plain days of a case move: each mark is set once and never moves again, and what is due next
 * always follows from the marks.
 */
import { nextDueDay, type CaseDays } from "./clocks.ts";

/** What an append says was done with it. */
export interface Marks {
  readonly acknowledged: boolean;
  readonly feedback: boolean;
  readonly closed: boolean;
  readonly withdrawn: boolean;
}

export interface MarkedDays extends CaseDays {
  readonly nextDueDay: number | null;
}

/** The days after those marks were set on `today`. */
export function mark(days: CaseDays, marks: Marks, today: number): MarkedDays {
  const marked: CaseDays = {
    receivedDay: days.receivedDay,
    acknowledgedDay: days.acknowledgedDay ?? (marks.acknowledged ? today : null),
    feedbackDay: days.feedbackDay ?? (marks.feedback ? today : null),
    closedDay: days.closedDay ?? (marks.closed ? today : null),
    withdrawnDay: days.withdrawnDay ?? (marks.withdrawn ? today : null),
  };
  return { ...marked, nextDueDay: nextDueDay(marked) };
}
