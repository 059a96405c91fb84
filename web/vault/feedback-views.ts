/** What a coordinator's page is told of feedback. */
import type { Feedback } from "../payload/given-feedback.ts";

export interface FeedbackView {
  readonly feedback: string;
  /** The first day of the month it came in. */
  readonly receivedMonth: number;
  /** Null where it did not open, or is of a later version. */
  readonly said: Feedback | null;
}
