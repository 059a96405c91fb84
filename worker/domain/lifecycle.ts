/**
 * How the plain days of a case move: each mark is set once and never moves again, but that a reopening takes back
 * what a closing had said, and a new challenge begins where the last was answered. What is due next always follows
 * from the marks and from what the team says of its own clocks.
 */
import {
  feedbackDueDay,
  isChallengeOpen,
  nextDueDay,
  type CaseDays,
  type FormerFeedback,
} from "./clocks.ts";

/** What an append says was done with it. */
export interface Marks {
  readonly acknowledged: boolean;
  readonly feedback: boolean;
  /** The reporter was told that feedback takes up to six months, and why. Once feedback was given it moves nothing. */
  readonly feedbackExtended: boolean;
  readonly closed: boolean;
  readonly withdrawn: boolean;
  readonly reopened: boolean;
  readonly challenged: boolean;
  readonly challengeDecided: boolean;
}

/** The columns that move. */
export interface MarkedDays
  extends
    Omit<CaseDays, "receivedDay" | "urgent" | "internalSeq" | "holdReviewDay">,
    FormerFeedback {
  readonly nextDueDay: number | null;
}

export const NO_MARKS: Marks = {
  acknowledged: false,
  feedback: false,
  feedbackExtended: false,
  closed: false,
  withdrawn: false,
  reopened: false,
  challenged: false,
  challengeDecided: false,
};

/** Feedback was given with the closing; a case that is worked on again owes it anew. */
function closing(days: CaseDays & FormerFeedback, marks: Marks, today: number) {
  const { feedbackDay, lateFeedbackDay } = days;
  if (marks.reopened && days.closedDay !== null) {
    const late = feedbackDay !== null && feedbackDay > feedbackDueDay(days);
    return {
      closedDay: null,
      feedbackDay: null,
      feedbackExtendedDay: null,
      reopenedDay: today,
      lateFeedbackDay: lateFeedbackDay ?? (late ? feedbackDay : null),
    };
  }
  const extended = marks.feedbackExtended && feedbackDay === null;
  return {
    feedbackExtendedDay: days.feedbackExtendedDay ?? (extended ? today : null),
    closedDay: days.closedDay ?? (marks.closed ? today : null),
    feedbackDay: feedbackDay ?? (marks.feedback ? today : null),
    reopenedDay: days.reopenedDay,
    lateFeedbackDay,
  };
}

/** Only the decision to close can be challenged, and only an open challenge answered. */
function challenging(days: CaseDays, marks: Marks, today: number) {
  const { challengedDay, challengeDecidedDay } = days;
  const open = isChallengeOpen(days);
  if (marks.challenged && !open && days.closedDay !== null) {
    return { challengedDay: today, challengeDecidedDay: null };
  }
  const decided = marks.challengeDecided && open;
  return { challengedDay, challengeDecidedDay: decided ? today : challengeDecidedDay };
}

/** The days after those marks were set on `today`; `days` with what is so after the append. */
export function mark(days: CaseDays & FormerFeedback, marks: Marks, today: number): MarkedDays {
  const marked = {
    caseworkDueDay: days.caseworkDueDay,
    acknowledgedDay: days.acknowledgedDay ?? (marks.acknowledged ? today : null),
    withdrawnDay: days.withdrawnDay ?? (marks.withdrawn ? today : null),
    ...closing(days, marks, today),
    ...challenging(days, marks, today),
  };
  return { ...marked, nextDueDay: nextDueDay({ ...days, ...marked }) };
}
