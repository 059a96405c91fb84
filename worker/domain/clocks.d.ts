/**
 * The days by which a report is owed something, from Directive (EU) 2019/1937, Art. 9(1).
 * Invariant: a clock is a function of stored days alone; nothing here asks what day it is.
 */
/** Art. 9(1)(b): acknowledgement of receipt within seven days. */
export declare const ACKNOWLEDGE_DAYS = 7;
/** Art. 9(1)(f): feedback within three months. */
export declare const FEEDBACK_MONTHS = 3;
/** The days of a case that its clocks depend on. */
export interface CaseDays {
  readonly receivedDay: number;
  readonly acknowledgedDay: number | null;
  readonly feedbackDay: number | null;
  readonly closedDay: number | null;
  readonly withdrawnDay: number | null;
}
/** Days since 1970-01-01, UTC, of a time in milliseconds. */
export declare function dayOf(milliseconds: number): number;
/** The last day on which an acknowledgement is in time. */
export declare function acknowledgeByDay(receivedDay: number): number;
/**
 * The last day on which feedback is in time: three months from the acknowledgement or, if none was sent,
 * from the end of the seven days.
 */
export declare function feedbackByDay(receivedDay: number, acknowledgedDay: number | null): number;
/** The next day something is owed, or null when nothing is: a closed or withdrawn case waits for nobody. */
export declare function nextDueDay(days: CaseDays): number | null;
/**
 * The same date that many months later or, where that month has no such date, its last day
 * (Regulation (EEC, Euratom) No 1182/71, Art. 3(2)(c)).
 */
export declare function addMonths(day: number, months: number): number;
