/**
 * One line of a care plan: what the child needs, which service meets it, who sees to that and by when; and what became
 * of it. A line is named by its place in the lane.
 */
import * as z from "zod/mini";
import { Seq } from "../../../worker/contract/journal.ts";
import { Day } from "../../../worker/contract/roster.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, Line, OptionalLine } from "../text.ts";
import { withCasework, written } from "../written.ts";
import { STATE_AFTER_OUTCOME, TASK_OUTCOMES } from "./task.ts";

/** The kinds of service that child protection case management plans with. */
export const CARE_SERVICES = [
  "SAFE_HOUSE",
  "HEALTH",
  "PSYCHOSOCIAL",
  "EDUCATION",
  "ALTERNATIVE_CARE",
  "FAMILY_MEDIATION",
  "FAMILY_REUNIFICATION",
  "LEGAL",
  "POLICE",
  "REGISTRATION",
  "LIVELIHOOD",
  "BASIC_NEEDS",
  "OTHER",
] as const;
export type CareService = (typeof CARE_SERVICES)[number];

export const CareItem = z.strictObject({
  type: z.literal("care-item"),
  need: Line,
  service: z.enum(CARE_SERVICES),
  /** Who provides it, as they are called; may be empty until somebody is found. */
  provider: OptionalLine,
  /** Null: without a day. */
  byDay: z.nullable(Day),
  language: LanguageTag,
});
export type CareItem = z.infer<typeof CareItem>;

export const CareItemOutcome = z.strictObject({
  type: z.literal("care-item-outcome"),
  item: Seq,
  outcome: z.enum(TASK_OUTCOMES),
});

export const careItem = entryType({
  type: "care-item",
  lane: "internal",
  by: ["member"],
  schema: CareItem,
  reduce: (state, payload, place) =>
    withCasework(state, ({ carePlan }) => ({
      carePlan: [...carePlan, { ...written(payload, place), state: "open" }],
    })),
});

export const careItemOutcome = entryType({
  type: "care-item-outcome",
  lane: "internal",
  by: ["member"],
  schema: CareItemOutcome,
  permits: ({ casework }, payload) => casework.carePlan.some(({ seq }) => seq === payload.item),
  reduce: (state, payload) =>
    withCasework(state, ({ carePlan }) => ({
      carePlan: carePlan.map((item) =>
        item.seq === payload.item ? { ...item, state: STATE_AFTER_OUTCOME[payload.outcome] } : item,
      ),
    })),
});
