/**
 * The reporter is told, once, that feedback takes up to six months instead of three, and why: only in a duly justified
 * case (Directive (EU) 2019/1937, Art. 11(2)(d)), which goes by its nature and complexity (recital 67).
 */
import * as z from "zod/mini";
import type { CaseState } from "../case-state.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, OptionalText } from "../text.ts";
import { afterWords } from "../unanswered.ts";

export const EXTENSION_REASONS = [
  "COMPLEX",
  "OTHER_AUTHORITY",
  "OTHER_COUNTRY",
  "TRANSLATION",
] as const;
export const ExtensionReason = z.enum(EXTENSION_REASONS);
export type ExtensionReason = z.infer<typeof ExtensionReason>;

export const FeedbackExtension = z.strictObject({
  type: z.literal("feedback-extension"),
  reason: ExtensionReason,
  language: LanguageTag,
  /** In the reviewer's own words; may be empty. */
  text: OptionalText,
});

/** Once, and as long as feedback is owed. */
export function isExtendable(state: CaseState): boolean {
  const { feedbackExtension: before, feedbackDay, closure, withdrawnDay } = state;
  return before === null && feedbackDay === null && closure === null && withdrawnDay === null;
}

export const feedbackExtension = entryType({
  type: "feedback-extension",
  lane: "conversation",
  by: ["member"],
  schema: FeedbackExtension,
  permits: isExtendable,
  reduce: (state, payload, place) => ({
    ...afterWords(state, place),
    feedbackExtension: { day: place.day, reason: payload.reason },
  }),
});
