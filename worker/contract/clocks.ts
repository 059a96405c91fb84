/**
 * The days by which a report is owed something, from Directive (EU) 2019/1937, Art. 9(1) and 11(2). Both sides count by these:
 * the server for what is due, members' and reporters' clients for what is signed and read as a promise.
 * Invariant: a function of days alone; nothing here asks what day it is.
 */

export const MILLISECONDS_A_DAY = 86_400_000;

/** Art. 9(1)(b): acknowledgement of receipt within seven days. */
export const ACKNOWLEDGE_DAYS = 7;
/** Art. 9(1)(f): feedback within three months. */
export const FEEDBACK_MONTHS = 3;
/** Art. 11(2)(d): within six, in duly justified cases. */
export const FEEDBACK_EXTENDED_MONTHS = 6;

/** Days since 1970-01-01, UTC, of a time in milliseconds. */
export function dayOf(milliseconds: number): number {
  return Math.floor(milliseconds / MILLISECONDS_A_DAY);
}

/** The last day on which an acknowledgement is in time. */
export function acknowledgeByDay(receivedDay: number): number {
  return receivedDay + ACKNOWLEDGE_DAYS;
}

/**
 * The last day on which feedback is in time: three months from the acknowledgement or, if none was sent,
 * from the end of the seven days; six once the reporter was told that it takes longer, and why.
 * @param feedbackExtendedDay when they were told; null where nobody did
 */
export function feedbackByDay(
  receivedDay: number,
  acknowledgedDay: number | null,
  feedbackExtendedDay: number | null,
): number {
  const from = acknowledgedDay ?? acknowledgeByDay(receivedDay);
  return addMonths(from, feedbackExtendedDay === null ? FEEDBACK_MONTHS : FEEDBACK_EXTENDED_MONTHS);
}

/** The last day on which feedback is in time: after a reopening it is owed anew, and counted from there. */
export function feedbackDueDay(days: {
  readonly receivedDay: number;
  readonly acknowledgedDay: number | null;
  /** Of the last reopening. */
  readonly reopenedDay: number | null;
  /** When the reporter was told that it takes longer; a reopening takes that back. */
  readonly feedbackExtendedDay: number | null;
}): number {
  const { receivedDay, acknowledgedDay, reopenedDay, feedbackExtendedDay } = days;
  if (reopenedDay === null) return feedbackByDay(receivedDay, acknowledgedDay, feedbackExtendedDay);
  const extended = feedbackExtendedDay !== null;
  return addMonths(reopenedDay, extended ? FEEDBACK_EXTENDED_MONTHS : FEEDBACK_MONTHS);
}

/**
 * The same date that many months later or, where that month has no such date, its last day
 * (Regulation (EEC, Euratom) No 1182/71, Art. 3(2)(c)).
 */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * MILLISECONDS_A_DAY);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const lastDate = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month, Math.min(date.getUTCDate(), lastDate)));
}

/** A house rule; no law sets it. */
export const CHALLENGE_DAYS = 30;

/** The last day on which the answer to a challenge is in time. */
export function challengeByDay(challengedDay: number): number {
  return challengedDay + CHALLENGE_DAYS;
}
