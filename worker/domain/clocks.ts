/**
 * What a case is owed next, by its plain days (worker/contract/clocks.ts has the arithmetic).
 * Invariant: a clock is a function of stored days alone; nothing here asks what day it is.
 */

import { acknowledgeByDay, feedbackByDay } from "../contract/clocks.ts";

export {
  ACKNOWLEDGE_DAYS,
  acknowledgeByDay,
  addMonths,
  dayOf,
  feedbackByDay,
  FEEDBACK_MONTHS,
} from "../contract/clocks.ts";

/** The days of a case that its clocks depend on. */
export interface CaseDays {
  readonly receivedDay: number;
  readonly acknowledgedDay: number | null;
  readonly feedbackDay: number | null;
  readonly closedDay: number | null;
  readonly withdrawnDay: number | null;
}

/** The next day something is owed, or null when nothing is: a closed or withdrawn case waits for nobody. */
export function nextDueDay(days: CaseDays): number | null {
  if (days.closedDay !== null || days.withdrawnDay !== null) return null;
  if (days.acknowledgedDay === null) return acknowledgeByDay(days.receivedDay);
  if (days.feedbackDay === null) return feedbackByDay(days.receivedDay, days.acknowledgedDay);
  return null;
}
