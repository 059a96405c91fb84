/**
 * What is to become of a report, and how great the risk is: to the child and, apart from that, to whoever reported
 * (ISO 37002:2021, 8.3.2). Deciding again is a new entry; the newest counts.
 */
import * as z from "zod/mini";
import { clocksAfterTriage } from "../clocks.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, OptionalText } from "../text.ts";
import { withCasework, written } from "../written.ts";

export const TRIAGE_DECISIONS = [
  "ACCEPT",
  "ASK",
  "REFER",
  "TRANSFER",
  "DUP",
  "OUT_OF_SCOPE",
  "NO_SAFE_ACTION",
] as const;
export const TriageDecision = z.enum(TRIAGE_DECISIONS);
export type TriageDecision = z.infer<typeof TriageDecision>;

export const RISKS = ["HIGH", "MEDIUM", "LOW"] as const;
export const Risk = z.enum(RISKS);
export type Risk = z.infer<typeof Risk>;

export const Triage = z.strictObject({
  type: z.literal("triage"),
  decision: TriageDecision,
  riskChild: Risk,
  riskReporter: Risk,
  /** Why; may be empty. */
  text: OptionalText,
  language: LanguageTag,
});
export type Triage = z.infer<typeof Triage>;

export const triage = entryType({
  type: "triage",
  lane: "internal",
  by: ["member"],
  schema: Triage,
  reduce: (state, payload, place) =>
    withCasework(state, ({ clocks }) => ({
      triage: written(payload, place),
      clocks: clocksAfterTriage(clocks, payload, place),
    })),
});
