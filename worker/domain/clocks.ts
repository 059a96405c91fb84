/**
 * What a case is owed next, as far as the server knows: the promises to its reporter, a first look at what was marked
 * urgent, and the earliest day of the team's own clocks, of which it knows nothing else.
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

/** What the clocks of a case depend on. */
export interface CaseDays {
  readonly receivedDay: number;
  readonly acknowledgedDay: number | null;
  /** When the reporter was told that feedback takes longer, and why; null where nobody told them. */
  readonly feedbackExtendedDay: number | null;
  readonly feedbackDay: number | null;
  /** Of the last closing; null while the case is open. */
  readonly closedDay: number | null;
  readonly withdrawnDay: number | null;
  /** Of the last reopening. */
  readonly reopenedDay: number | null;
  /** Of the last challenge, and of the answer to it. */
  readonly challengedDay: number | null;
  readonly challengeDecidedDay: number | null;
  /** The earliest day of the team's own clocks and tasks; null when nothing of theirs is due. */
  readonly caseworkDueDay: number | null;
  /** When a legal hold is looked at again; null while nothing holds the case. */
  readonly holdReviewDay: number | null;
  readonly urgent: boolean;
  /** 0 until somebody has opened the case. */
  readonly internalSeq: number;
}

/** What a reopening leaves of the feedback before it. */
export interface FormerFeedback {
  /** Of feedback that came after its day and was owed anew by a reopening; null where none was. */
  readonly lateFeedbackDay: number | null;
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

/** What was marked urgent is looked at on the day it came (house default: within the hour, within four at night). */
function firstLookDay({ urgent, internalSeq, receivedDay, closedDay }: CaseDays): number | null {
  return urgent && internalSeq === 0 && closedDay === null ? receivedDay : null;
}

/** Of a closed case the team's own clocks wait too. */
function teamDueDay({ caseworkDueDay, closedDay }: CaseDays): number | null {
  return closedDay === null ? caseworkDueDay : null;
}

/** Of those there are; null when there is none. */
function earliest(days: readonly (number | null)[]): number | null {
  const owed = days.filter((day) => day !== null);
  return owed.length === 0 ? null : Math.min(...owed);
}

/** The next day the reporter was promised, or null when nothing is: all a reporter is ever told of a clock. */
export function promisedDay(days: CaseDays): number | null {
  if (days.withdrawnDay !== null) return null;
  return earliest([reportDueDay(days), challengeDueDay(days)]);
}

/**
 * The next day something is owed, or null when nothing is. Whoever took the report back waits for nobody; the child
 * may still be in danger, so a first look and the team's own clocks go on until the case is closed. A hold is looked at
 * again whatever else has ended.
 */
export function nextDueDay(days: CaseDays): number | null {
  return earliest([promisedDay(days), firstLookDay(days), teamDueDay(days), days.holdReviewDay]);
}
