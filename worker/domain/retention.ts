/**
 * How long the server keeps what is not part of a case. A row leaves at the first sweep after its day.
 */
import { addMonths } from "../contract/clocks.ts";
import { RECOVERY_REQUEST_DAYS } from "../contract/limits.ts";

/** Spent challenges that expired before this day can no longer be presented, so need not be remembered. */
export function spentBeforeDay(today: number): number {
  return today;
}

/** An invitation past its last day is shown to coordinators for a while, and then forgotten with who joined by it. */
const INVITATION_SHOWN_DAYS = 30;

export function invitationsBeforeDay(today: number): number {
  return today - INVITATION_SHOWN_DAYS;
}

/** A request to somebody's colleagues is open for RECOVERY_REQUEST_DAYS after its own. */
export function recoveryRequestsBeforeDay(today: number): number {
  return today - RECOVERY_REQUEST_DAYS;
}

/** A message is kept through the day after its own, so that it is not written twice and can still be brought. */
export function messagesBeforeDay(today: number): number {
  return today - 1;
}

/** A session lives at most MEMBER_SESSION_SECONDS, twelve hours: it may cross one midnight, never two. */
export function sessionsBeforeDay(today: number): number {
  return today - 1;
}

/** Days of receipt whose cases share a shelf of shred keys: few enough for small parts, many enough for few objects. */
const SHELF_DAYS = 28;
/** A report that was begun before midnight may be stored after it; clocks are off. */
const SHELF_MARGIN_DAYS = 2;

/** Which shelf the key of a case received that day lies on. */
export function shelfOf(receivedDay: number): number {
  return Math.floor(receivedDay / SHELF_DAYS);
}

/** The days of receipt of a shelf, first and last. */
export function shelfDays(shelf: number): { readonly first: number; readonly last: number } {
  return { first: shelf * SHELF_DAYS, last: (shelf + 1) * SHELF_DAYS - 1 };
}

/** The first day on which no case can come to that shelf any more: before it, no key on it is destroyed. */
export function shelfClosedDay(shelf: number): number {
  return shelfDays(shelf).last + 1 + SHELF_MARGIN_DAYS;
}

/** A house rule: long enough to learn from a year, and no longer. */
const FEEDBACK_MONTHS_KEPT = 12;

/** Feedback of a month that began before this day goes: none is older than a year. */
export function feedbackBeforeDay(today: number): number {
  return addMonths(today, -FEEDBACK_MONTHS_KEPT);
}
