/**
 * Whoever reported asks that a decision be looked at again, and somebody who did not take it answers. Every client
 * judges that for itself: an answer by whoever took the decision counts nowhere.
 */
import * as z from "zod/mini";
import { Seq } from "../../../worker/contract/journal.ts";
import { challengeable, mayDecide } from "../challenge.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, Text } from "../text.ts";
import { afterWords } from "../unanswered.ts";

export const Challenge = z.strictObject({
  type: z.literal("challenge"),
  /** The decision: its place in the conversation. */
  about: Seq,
  language: LanguageTag,
  text: Text,
});
export type Challenge = z.infer<typeof Challenge>;

export const CHALLENGE_OUTCOMES = ["UPHELD", "PARTLY_UPHELD", "NOT_UPHELD"] as const;
export const ChallengeOutcome = z.enum(CHALLENGE_OUTCOMES);
export type ChallengeOutcome = z.infer<typeof ChallengeOutcome>;

export const ChallengeDecision = z.strictObject({
  type: z.literal("challenge-decision"),
  challenge: Seq,
  outcome: ChallengeOutcome,
  language: LanguageTag,
  /** Why: the reporter is always told. */
  text: Text,
});
export type ChallengeDecision = z.infer<typeof ChallengeDecision>;

export const challenge = entryType({
  type: "challenge",
  lane: "conversation",
  by: ["reporter"],
  schema: Challenge,
  permits: (state, payload) => challengeable(state) === payload.about,
  reduce: (state, { type: _type, ...said }, place) => {
    const { seq, day } = place;
    const made = { ...said, seq, day, decider: state.closure?.by ?? "", decision: null };
    return { ...afterWords(state, place), challenges: [...state.challenges, made] };
  },
});

export const challengeDecision = entryType({
  type: "challenge-decision",
  lane: "conversation",
  by: ["member"],
  schema: ChallengeDecision,
  permits: (state, payload, place) => mayDecide(state, payload.challenge, place),
  reduce: (state, payload, place) => {
    const { seq, day, author } = place;
    const { outcome, text, language } = payload;
    const by = author.kind === "member" ? author.member : "";
    return {
      ...afterWords(state, place),
      challenges: state.challenges.map((one) =>
        one.seq === payload.challenge
          ? { ...one, decision: { seq, day, by, outcome, text, language } }
          : one,
      ),
    };
  },
});
