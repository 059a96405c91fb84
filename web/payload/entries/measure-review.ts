/**
 * An order is looked at again: is it still needed, and is it still the least intrusive that protects the child? What
 * one member found counts once somebody else who reads the case has signed it off; until then the measure's clock runs.
 */
import * as z from "zod/mini";
import { Seq } from "../../../worker/contract/journal.ts";
import { Day } from "../../../worker/contract/roster.ts";
import { clockAfterReview } from "../clocks.ts";
import type { CaseState } from "../case-state.ts";
import type { Casework } from "../casework.ts";
import { entryType, type EntryPlace } from "../entry-type.ts";
import { LanguageTag, OptionalText, Text } from "../text.ts";
import { withCasework, written } from "../written.ts";

export const REVIEW_ANSWERS = ["YES", "NO"] as const;
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number];

export const MeasureReview = z.strictObject({
  type: z.literal("measure-review"),
  measure: Seq,
  stillNeeded: z.enum(REVIEW_ANSWERS),
  leastIntrusive: z.enum(REVIEW_ANSWERS),
  /** Why. */
  text: Text,
  language: LanguageTag,
  /** When it is looked at next; null: after the clock's own limit, or never where it is needed no more. */
  nextReviewDay: z.nullable(Day),
});
export type MeasureReview = z.infer<typeof MeasureReview>;

export const SIGN_OFF_ANSWERS = ["APPROVED", "RETURNED"] as const;
export type SignOffAnswer = (typeof SIGN_OFF_ANSWERS)[number];

export const ReviewSignOff = z
  .strictObject({
    type: z.literal("review-sign-off"),
    review: Seq,
    answer: z.enum(SIGN_OFF_ANSWERS),
    /** What is to be looked at again: asked for where the review is returned. */
    text: OptionalText,
    language: LanguageTag,
  })
  .check(z.refine(({ answer, text }) => answer === "APPROVED" || text !== "", { path: ["text"] }));
export type ReviewSignOff = z.infer<typeof ReviewSignOff>;

type Review = Casework["measureReviews"][number];

/** Reviews that nobody has answered, of measures that stand as they were reviewed. */
export function waitingReviews({ measures, measureReviews }: Casework): readonly Review[] {
  const standing = new Set(measures.map(({ seq }) => seq));
  return measureReviews.filter(({ measure, signOff }) => signOff === null && standing.has(measure));
}

/** Nobody signs off what they wrote themself. */
export function maySignOff(review: Review, member: string): boolean {
  return review.by !== member;
}

export const measureReview = entryType({
  type: "measure-review",
  lane: "internal",
  by: ["member"],
  schema: MeasureReview,
  permits: ({ casework }, { measure, nextReviewDay }, { day }) =>
    casework.measures.some(({ seq }) => seq === measure) &&
    !casework.measureReviews.some((one) => one.measure === measure && one.signOff === null) &&
    (nextReviewDay === null || nextReviewDay > day),
  reduce: (state, payload, place) =>
    withCasework(state, ({ measureReviews }) => ({
      measureReviews: [...measureReviews, { ...written(payload, place), signOff: null }],
    })),
});

function reviewFor({ casework }: CaseState, seq: number): Review | null {
  const { measures, measureReviews } = casework;
  const review = measureReviews.find((one) => one.seq === seq && one.signOff === null);
  return measures.some((one) => one.seq === review?.measure) ? (review ?? null) : null;
}

/** The measure is next reviewed on the day that was signed off, and its clock runs to that. */
function withReview(casework: Casework, review: Review, place: EntryPlace): Partial<Casework> {
  const measure = casework.measures.find(({ seq }) => seq === review.measure);
  if (measure === undefined) return {};
  const { clocks, clock, dueDay } = clockAfterReview(casework.clocks, measure, review, place);
  return {
    clocks,
    measures: casework.measures.map((one) =>
      one === measure ? { ...one, clock, reviewDay: dueDay } : one,
    ),
  };
}

export const reviewSignOff = entryType({
  type: "review-sign-off",
  lane: "internal",
  by: ["member"],
  schema: ReviewSignOff,
  permits: (state, payload, { author }) => {
    const review = reviewFor(state, payload.review);
    return review !== null && author.kind === "member" && maySignOff(review, author.member);
  },
  reduce: (state, payload, place) => {
    const review = reviewFor(state, payload.review);
    if (review === null) return state;
    return withCasework(state, (casework) => ({
      ...(payload.answer === "APPROVED" && withReview(casework, review, place)),
      measureReviews: casework.measureReviews.map((one) =>
        one === review ? { ...one, signOff: written(payload, place) } : one,
      ),
    }));
  },
});
