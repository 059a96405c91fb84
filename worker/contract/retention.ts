/**
 * How long a case is kept. What a desk says for itself stands in the signed list; the rest are house rules, which no
 * law sets and every law allows: a statutory agency keeps its own record of what was handed over to it.
 */
import * as z from "zod/mini";

export const CLOSED_MONTHS_MAX = 120;

/** A desk's own rule. */
export const Retention = z.strictObject({
  /** Months from the last closing until a case is deleted: some laws ask for up to ten years. */
  closedMonths: z.int().check(z.gte(1), z.lte(CLOSED_MONTHS_MAX)),
});
export type Retention = z.infer<typeof Retention>;

/** Where a desk says nothing. */
export const CLOSED_MONTHS = 12;

/** From the day the reporter took the report back; and no case is deleted sooner after it was received. */
export const WITHDRAWN_DAYS = 30;

/** For as long before a case is deleted its readers are told. */
export const DELETION_NOTICE_DAYS = 30;

export function isDeletedSoon(purgeDay: number, today: number): boolean {
  return purgeDay - today <= DELETION_NOTICE_DAYS;
}

/** A legal hold is looked at again at least this often. */
export const HOLD_MONTHS_MAX = 6;

export const DELETION_REASONS = ["schedule", "withdrawal"] as const;
export type DeletionReason = (typeof DELETION_REASONS)[number];
