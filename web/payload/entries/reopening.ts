/** A closed case is worked on again, and whoever reported is told why. Its history keeps the closing. */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";
import { LanguageTag, OptionalText } from "../text.ts";
import { afterWords } from "../unanswered.ts";

export const REOPENING_REASONS = [
  "CHALLENGE_UPHELD",
  "NEW_INFORMATION",
  "CIRCUMSTANCES_CHANGED",
  "CLOSED_TOO_EARLY",
] as const;
export const ReopeningReason = z.enum(REOPENING_REASONS);
export type ReopeningReason = z.infer<typeof ReopeningReason>;

export const Reopening = z.strictObject({
  type: z.literal("reopening"),
  reason: ReopeningReason,
  language: LanguageTag,
  /** In the reviewer's own words; may be empty. */
  text: OptionalText,
});

export const reopening = entryType({
  type: "reopening",
  lane: "conversation",
  by: ["member"],
  schema: Reopening,
  /** Whoever took the report back would never learn of it. */
  permits: ({ closure, withdrawnDay }) => closure !== null && withdrawnDay === null,
  reduce: (state, _payload, place) => ({
    ...afterWords(state, place),
    closure: null,
    reopenedDay: place.day,
    feedbackDay: null,
    // Feedback is owed anew, after three months.
    feedbackExtension: null,
  }),
});
