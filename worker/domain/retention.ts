/**
 * How long the server keeps what is not part of a case. A row leaves at the first sweep after its day.
 */
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

/** A session lives at most MEMBER_SESSION_SECONDS, twelve hours: it may cross one midnight, never two. */
export function sessionsBeforeDay(today: number): number {
  return today - 1;
}
