/** What somebody says of how their report was dealt with: five questions, each of which may be left out. */
import * as z from "zod/mini";
import { Id } from "../../worker/contract/bytes.ts";
import { LanguageTag } from "./text.ts";

export const FEEDBACK_QUESTIONS = ["listened", "understood", "safe", "quick", "again"] as const;
export type FeedbackQuestion = (typeof FEEDBACK_QUESTIONS)[number];

/** Three faces, and a word for whoever cannot tell. */
export const FEEDBACK_ANSWERS = ["yes", "partly", "no", "not-sure"] as const;
export const FeedbackAnswer = z.enum(FEEDBACK_ANSWERS);
export type FeedbackAnswer = z.infer<typeof FeedbackAnswer>;

/** In UTF-16 code units: in any script, and however JSON writes it, it fits FEEDBACK_BYTES. */
export const FEEDBACK_TEXT_MAX = 2_000;

/** Null: left out. */
const Answer = z.nullable(FeedbackAnswer);

export const Feedback = z.strictObject({
  language: LanguageTag,
  answers: z.strictObject({
    listened: Answer,
    understood: Answer,
    safe: Answer,
    quick: Answer,
    again: Answer,
  }),
  /** May be empty. */
  text: z.string().check(z.maxLength(FEEDBACK_TEXT_MAX)),
  /** The report it is about, where whoever wrote it says so; null otherwise. */
  case: z.nullable(Id),
});
export type Feedback = z.infer<typeof Feedback>;

export const NO_ANSWERS: Feedback["answers"] = {
  listened: null,
  understood: null,
  safe: null,
  quick: null,
  again: null,
};

export type FeedbackCounts = Readonly<
  Record<FeedbackQuestion, Readonly<Record<FeedbackAnswer | "left-out", number>>>
>;

/** How often each answer was given to each question. */
export function countAnswers(given: readonly Feedback[]): FeedbackCounts {
  const tally = (question: FeedbackQuestion) => {
    const counts = { yes: 0, partly: 0, no: 0, "not-sure": 0, "left-out": 0 };
    for (const { answers } of given) counts[answers[question] ?? "left-out"] += 1;
    return counts;
  };
  return {
    listened: tally("listened"),
    understood: tally("understood"),
    safe: tally("safe"),
    quick: tally("quick"),
    again: tally("again"),
  };
}
