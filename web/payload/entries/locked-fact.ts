/**
 * A fact that must not travel, because it would endanger somebody if it did (Hague Convention 1996, 37); and that the
 * danger is over. Neither is ever in a copy of the case: never-travels.ts leaves out both, whole.
 */
import * as z from "zod/mini";
import { Seq } from "../../../worker/contract/journal.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, Text } from "../text.ts";
import { withCasework, written } from "../written.ts";

export const LOCKED_FACT_KINDS = ["ADDRESS", "SCHOOL", "NEW_NAME", "WHEREABOUTS", "OTHER"] as const;
export type LockedFactKind = (typeof LOCKED_FACT_KINDS)[number];

export const LockedFact = z.strictObject({
  type: z.literal("locked-fact"),
  kind: z.enum(LOCKED_FACT_KINDS),
  /** The fact itself. */
  text: Text,
  language: LanguageTag,
  /** Whom it would endanger, and why. */
  danger: Text,
});
export type LockedFact = z.infer<typeof LockedFact>;

export const LockedFactLifted = z.strictObject({
  type: z.literal("locked-fact-lifted"),
  fact: Seq,
  /** Why nobody is in danger from it any more. */
  reason: Text,
  language: LanguageTag,
});
export type LockedFactLifted = z.infer<typeof LockedFactLifted>;

export const lockedFact = entryType({
  type: "locked-fact",
  lane: "internal",
  by: ["member"],
  schema: LockedFact,
  reduce: (state, payload, place) =>
    withCasework(state, ({ lockedFacts }) => ({
      lockedFacts: [...lockedFacts, { ...written(payload, place), lifted: null }],
    })),
});

export const lockedFactLifted = entryType({
  type: "locked-fact-lifted",
  lane: "internal",
  by: ["member"],
  schema: LockedFactLifted,
  permits: ({ casework }, { fact }) =>
    casework.lockedFacts.some(({ seq, lifted }) => seq === fact && lifted === null),
  reduce: (state, payload, place) =>
    withCasework(state, ({ lockedFacts }) => ({
      lockedFacts: lockedFacts.map((one) =>
        one.seq === payload.fact ? { ...one, lifted: written(payload, place) } : one,
      ),
    })),
});
