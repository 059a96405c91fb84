/**
 * What a case is owed next, by its plain days (worker/contract/clocks.ts has the arithmetic).
 * Invariant: a clock is a function of stored days alone; nothing here asks what day it is.
 */

import { acknowledgeByDay, challengeByDay, feedbackDueDay } from "../contract/clocks.ts";

export {
  ACKNOWLEDGE_DAYS,
  acknowledgeByDay,
  addMonths,
  dayOf,
  feedbackByDay,
  feedbackDueDay,
  FEEDBACK_MONTHS,
} from "../contract/clocks.ts";

/** The days of a case that its clocks depend on. */
export interface CaseDays {
  readonly receivedDay: number;
  readonly acknowledgedDay: number | null;
  readonly feedbackDay: number | null;
  /** Of the last closing; null while the case is open. */
  readonly closedDay: number | null;
  readonly withdrawnDay: number | null;
  /** Of the last reopening. */
  readonly reopenedDay: number | null;
  /** Of the last challenge, and of the answer to it. */
  readonly challengedDay: number | null;
  readonly challengeDecidedDay: number | null;
}

/** What the Directive's clocks ask for next; null once the case is closed, until it is reopened. */
function reportDueDay(days: CaseDays): number | null {
  if (days.closedDay !== null) return null;
  if (days.acknowledgedDay === null) return acknowledgeByDay(days.receivedDay);
  return days.feedbackDay === null ? feedbackDueDay(days) : null;
}

/** A challenge that nobody has answered yet. */
export function isChallengeOpen({
  challengedDay,
  challengeDecidedDay,
}: Pick<CaseDays, "challengedDay" | "challengeDecidedDay">): boolean {
  return challengedDay !== null && challengeDecidedDay === null;
}

/** The last day on which an answer to a challenge is in time; null while none is open. */
function challengeDueDay(days: CaseDays): number | null {
  const { challengedDay } = days;
  return challengedDay !== null && isChallengeOpen(days) ? challengeByDay(challengedDay) : null;
}

/** The next day something is owed, or null when nothing is: whoever took the report back waits for nobody. */
export function nextDueDay(days: CaseDays): number | null {
  if (days.withdrawnDay !== null) return null;
  const due = [reportDueDay(days), challengeDueDay(days)].filter((day) => day !== null);
  return due.length === 0 ? null : Math.min(...due);
}
