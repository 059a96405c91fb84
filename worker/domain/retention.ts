/**
 * How long the server keeps what it keeps. A row that is no part of a case leaves at the first sweep after its day; a
 * case on its own day, and never unread, held, or open.
 */
import { addMonths } from "../contract/clocks.ts";
import { RECOVERY_REQUEST_DAYS } from "../contract/limits.ts";
import {
  CLOSED_MONTHS,
  DELETION_NOTICE_DAYS,
  HOLD_MONTHS_MAX,
  WITHDRAWN_DAYS,
  type Retention,
} from "../contract/retention.ts";

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

/** What deletion follows from. */
export interface Ended {
  readonly receivedDay: number;
  /** Of the last closing. */
  readonly closedDay: number | null;
  readonly withdrawnDay: number | null;
  readonly purgeDay: number | null;
  /** Of the answer to the last challenge; null while one waits for it. */
  readonly challengeDecidedDay: number | null;
  /** Null while nothing holds it. */
  readonly holdReviewDay: number | null;
}

/** The day a case that was closed on `closedDay` is deleted, by its desk's rule. */
export function closedPurgeDay(
  { receivedDay, closedDay }: { readonly receivedDay: number; readonly closedDay: number },
  rule: Retention | undefined,
): number {
  const months = rule?.closedMonths ?? CLOSED_MONTHS;
  return Math.max(addMonths(closedDay, months), receivedDay + WITHDRAWN_DAYS);
}

/** The day a case is deleted that its reporter takes back on `today`; one that was to go sooner still does. */
export function withdrawnPurgeDay(today: number): number {
  return today + WITHDRAWN_DAYS;
}

/**
 * The first day a case may be deleted after something that has to be read, or made use of, first: a challenge to its
 * closing was answered, nothing holds it any more, or its reporter wrote. A house rule: it is notice as of any deletion.
 */
export function noticeDay(today: number): number {
  return today + DELETION_NOTICE_DAYS;
}

type AfterAct = Omit<Ended, "receivedDay" | "purgeDay">;

function dayByRule(
  { receivedDay, purgeDay, closedDay: closedBefore }: Ended,
  { closedDay, withdrawnDay }: AfterAct,
  rule: Retention | undefined,
  today: number,
): number | null {
  // Whoever reads first what was taken back unread has the time that all others have.
  if (withdrawnDay !== null) return purgeDay ?? withdrawnPurgeDay(today);
  if (closedDay === null) return null;
  return closedBefore === null || purgeDay === null
    ? closedPurgeDay({ receivedDay, closedDay }, rule)
    : purgeDay;
}

/** Whoever took the report back waits for no answer. */
function isPutOff(before: Ended, after: AfterAct): boolean {
  const decided = before.challengeDecidedDay === null && after.challengeDecidedDay !== null;
  const holdEnds = before.holdReviewDay !== null && after.holdReviewDay === null;
  return holdEnds || (decided && after.withdrawnDay === null);
}

/**
 * The day the case is to be deleted after a member's act of `today`; null while it is open.
 * @param before as it stood, with the day it had: none, if it was taken back before anybody had read it
 * @param after the days after the act
 */
export function purgeDayAfter(
  before: Ended,
  after: AfterAct,
  rule: Retention | undefined,
  today: number,
): number | null {
  const day = dayByRule(before, after, rule, today);
  return day !== null && isPutOff(before, after) ? Math.max(day, noticeDay(today)) : day;
}

/** The day its reporter is told: one that has passed would say no more than that something keeps the case. */
export function toldPurgeDay({ purgeDay }: Pick<Ended, "purgeDay">, today: number): number | null {
  return purgeDay === null || purgeDay < today ? null : purgeDay;
}

/** May a legal hold wait until that day before somebody looks at it again? */
export function isHoldDay(reviewDay: number, today: number): boolean {
  return reviewDay >= today && reviewDay <= addMonths(today, HOLD_MONTHS_MAX);
}
