/**
 * A case, or a part of it, is offered to a service outside this organisation; and what became of that. A referral leaves
 * the case here; a transfer ends the work here once it was accepted. This is the record of it: nothing is sent.
 */
import * as z from "zod/mini";
import { Seq } from "../../../worker/contract/journal.ts";
import type { HandOverState } from "../casework.ts";
import { entryType } from "../entry-type.ts";
import { Country, LanguageTag, Line, OptionalText, Text } from "../text.ts";
import { withCasework, written } from "../written.ts";

export const HAND_OVER_FORMS = ["REFERRAL", "TRANSFER"] as const;
export type HandOverForm = (typeof HAND_OVER_FORMS)[number];

export const HandOver = z
  .strictObject({
    type: z.literal("hand-over"),
    form: z.enum(HAND_OVER_FORMS),
    /** The service, as it is called. */
    recipient: Line,
    country: Country,
    /** The consent it rests on; null where there is none, and then `withoutConsent` says why. */
    consent: z.nullable(Seq),
    withoutConsent: OptionalText,
    /** What must not travel, because it would endanger somebody (Hague Convention 1996, 37). */
    withheld: OptionalText,
    /** Why it is in the child's best interests (CRC, 3): a step that cannot be taken back is not taken without. */
    interests: Text,
    language: LanguageTag,
  })
  .check(
    z.refine(({ consent, withoutConsent }) => consent !== null || withoutConsent !== "", {
      path: ["withoutConsent"],
    }),
  );
export type HandOver = z.infer<typeof HandOver>;

export const HAND_OVER_OUTCOMES = ["accepted", "declined", "revoked", "done"] as const;
export type HandOverOutcome = (typeof HAND_OVER_OUTCOMES)[number];

export const HandOverOutcomeEntry = z.strictObject({
  type: z.literal("hand-over-outcome"),
  handOver: Seq,
  outcome: z.enum(HAND_OVER_OUTCOMES),
});

/** From which states each may follow: what was declined or taken back is over. */
const FOLLOWS: Readonly<Record<HandOverOutcome, readonly HandOverState[]>> = {
  accepted: ["offered"],
  declined: ["offered"],
  revoked: ["offered", "accepted"],
  done: ["accepted"],
};

export function mayBecome(state: HandOverState, outcome: HandOverOutcome): boolean {
  return FOLLOWS[outcome].includes(state);
}

export const handOver = entryType({
  type: "hand-over",
  lane: "internal",
  by: ["member"],
  schema: HandOver,
  /** The consent it names was given, and still stands. */
  permits: ({ casework }, { consent }) =>
    consent === null ||
    casework.consents.some(
      ({ seq, answer, withdrawnDay }) =>
        seq === consent && answer === "GIVEN" && withdrawnDay === null,
    ),
  reduce: (state, payload, place) =>
    withCasework(state, ({ handOvers }) => ({
      handOvers: [...handOvers, { ...written(payload, place), state: "offered" }],
    })),
});

export const handOverOutcome = entryType({
  type: "hand-over-outcome",
  lane: "internal",
  by: ["member"],
  schema: HandOverOutcomeEntry,
  permits: ({ casework }, payload) =>
    casework.handOvers.some(
      ({ seq, state }) => seq === payload.handOver && mayBecome(state, payload.outcome),
    ),
  reduce: (state, payload) =>
    withCasework(state, ({ handOvers }) => ({
      handOvers: handOvers.map((one) =>
        one.seq === payload.handOver ? { ...one, state: payload.outcome } : one,
      ),
    })),
});
