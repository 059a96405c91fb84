/** What was done because a decision was challenged: the answer alone mends nothing. */
import * as z from "zod/mini";
import { Seq } from "../../../worker/contract/journal.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, Text } from "../text.ts";
import { withCasework, written } from "../written.ts";

export const REMEDIES = [
  "CONTACT_RESTORED",
  "HARM_COMPENSATED",
  "PRACTICE_CORRECTED",
  "APOLOGY",
] as const;

export const Remedy = z.strictObject({
  type: z.literal("remedy"),
  kind: z.enum(REMEDIES),
  /** The challenge: its place in the conversation. */
  challenge: Seq,
  text: Text,
  language: LanguageTag,
});
export type Remedy = z.infer<typeof Remedy>;

export const remedy = entryType({
  type: "remedy",
  lane: "internal",
  by: ["member"],
  schema: Remedy,
  // No rule asks whether that challenge is there: lanes are woven together in any order, and the state must not differ.
  reduce: (state, payload, place) =>
    withCasework(state, ({ remedies }) => ({ remedies: [...remedies, written(payload, place)] })),
});
