/**
 * Nothing of a case is deleted while it is held: why, and by when somebody looks at that again. The newest counts. Past
 * that day the hold still stands; it is only overdue.
 */
import * as z from "zod/mini";
import { addMonths } from "../../../worker/contract/clocks.ts";
import { HOLD_MONTHS_MAX } from "../../../worker/contract/retention.ts";
import { Day } from "../../../worker/contract/roster.ts";
import { entryType } from "../entry-type.ts";
import { LanguageTag, OptionalText } from "../text.ts";
import { withCasework, written } from "../written.ts";

export const HOLD_REASONS = [
  "PROCEEDINGS",
  "AUTHORITY_ORDER",
  "SAFEGUARDING",
  "COMPLAINT",
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export const LegalHold = z.strictObject({
  type: z.literal("legal-hold"),
  reason: z.enum(HOLD_REASONS),
  /** Which proceedings, whose order; may be empty. */
  text: OptionalText,
  language: LanguageTag,
  /** By when somebody looks at it again: within six months. */
  reviewDay: Day,
});
export type LegalHold = z.infer<typeof LegalHold>;

export const LegalHoldEnd = z.strictObject({ type: z.literal("legal-hold-end") });

/** May a hold made on that day wait so long? */
export function isHoldReview(reviewDay: number, today: number): boolean {
  return reviewDay >= today && reviewDay <= addMonths(today, HOLD_MONTHS_MAX);
}

export const legalHold = entryType({
  type: "legal-hold",
  lane: "internal",
  by: ["member"],
  schema: LegalHold,
  permits: (_state, { reviewDay }, { day }) => isHoldReview(reviewDay, day),
  reduce: (state, payload, place) => withCasework(state, () => ({ hold: written(payload, place) })),
});

export const legalHoldEnd = entryType({
  type: "legal-hold-end",
  lane: "internal",
  by: ["member"],
  schema: LegalHoldEnd,
  permits: ({ casework }) => casework.hold !== null,
  reduce: (state) => withCasework(state, () => ({ hold: null })),
});
