/** A reviewer closes the case and tells the reporter why. A report is never coded false or malicious. */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";
import { LanguageTag, TEXT_MAX } from "../text.ts";
import { afterWords } from "../unanswered.ts";

export const CLOSURE_REASONS = [
  "SAFE_CONFIRMED",
  "HANDED_ACCEPTED",
  "NO_MORE_INFO",
  "NOT_CONFIRMED",
  "WITHDRAWN",
  "DUP",
  "OUT_OF_SCOPE",
] as const;
export const ClosureReason = z.enum(CLOSURE_REASONS);
export type ClosureReason = z.infer<typeof ClosureReason>;

export const Closure = z.strictObject({
  type: z.literal("closure"),
  reason: ClosureReason,
  language: LanguageTag,
  /** In the reviewer's own words; may be empty. */
  text: z.string().check(z.maxLength(TEXT_MAX)),
});

export const closure = entryType({
  type: "closure",
  lane: "conversation",
  by: ["member"],
  schema: Closure,
  /** What is closed is not closed again: a second closing would pass for somebody else's decision. */
  permits: (state) => state.closure === null,
  reduce: (state, { reason }, place) => {
    const { seq, day, author } = place;
    return {
      ...afterWords(state, place),
      closure: { seq, day, by: author.kind === "member" ? author.member : "", reason },
      // Why it is closed is the last word on what was done.
      feedbackDay: state.feedbackDay ?? day,
    };
  },
});
