/**
 * Fairness to the person somebody is worried about: what whoever works on the case asks themself before they judge, and
 * whether that person could say something to it (Directive (EU) 2019/1937, 22: the presumption of innocence, and the
 * right to be heard). The newest of each counts.
 */
import * as z from "zod/mini";
import { entryType } from "../entry-type.ts";
import { LanguageTag, OptionalText } from "../text.ts";
import { withCasework, written } from "../written.ts";

/** The questions, in the order they are asked. */
export const FAIRNESS_QUESTIONS = [
  "factsApart",
  "otherExplanation",
  "sameForAnybody",
  "noTie",
  "neutralWords",
] as const;
export type FairnessQuestion = (typeof FAIRNESS_QUESTIONS)[number];

export const FAIRNESS_ANSWERS = ["YES", "NO", "NOT_YET"] as const;
export const FairnessAnswer = z.enum(FAIRNESS_ANSWERS);
export type FairnessAnswer = z.infer<typeof FairnessAnswer>;

export const FairnessCheck = z.strictObject({
  type: z.literal("fairness-check"),
  /** Is what somebody saw kept apart from what they make of it? */
  factsApart: FairnessAnswer,
  /** Was another explanation looked for? */
  otherExplanation: FairnessAnswer,
  /** Would the same be decided of somebody of another origin, belief, sex or income? */
  sameForAnybody: FairnessAnswer,
  /** Has whoever answers no tie to anybody in the case? */
  noTie: FairnessAnswer,
  /** Do the words on the case judge nobody? */
  neutralWords: FairnessAnswer,
  text: OptionalText,
  language: LanguageTag,
});
export type FairnessCheck = z.infer<typeof FairnessCheck>;

export const REPLIES = ["HEARD", "ASKED", "NOT_YET", "NOT_SAFE", "DECLINED"] as const;
export type Reply = (typeof REPLIES)[number];

export const RightOfReply = z
  .strictObject({
    type: z.literal("right-of-reply"),
    reply: z.enum(REPLIES),
    /** What they said; or why it would not be safe to ask them. */
    text: OptionalText,
    language: LanguageTag,
  })
  .check(
    z.refine(({ reply, text }) => (reply !== "HEARD" && reply !== "NOT_SAFE") || text !== "", {
      path: ["text"],
    }),
  );
export type RightOfReply = z.infer<typeof RightOfReply>;

export const fairnessCheck = entryType({
  type: "fairness-check",
  lane: "internal",
  by: ["member"],
  schema: FairnessCheck,
  reduce: (state, payload, place) =>
    withCasework(state, () => ({ fairness: written(payload, place) })),
});

export const rightOfReply = entryType({
  type: "right-of-reply",
  lane: "internal",
  by: ["member"],
  schema: RightOfReply,
  reduce: (state, payload, place) =>
    withCasework(state, () => ({ rightOfReply: written(payload, place) })),
});
