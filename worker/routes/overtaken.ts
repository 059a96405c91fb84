/**
 * Compare-and-append, the second half: was a write refused because somebody else was quicker?
 * Either the rules saw it before writing (`conflict`) or the tables did while two wrote at once.
 * A proof that was used before is none of these, nor is an entry of the audit log that came too late.
 */
import type { CaseRow } from "../db/cases.ts";
import { violationOf } from "../db/open.ts";
import { Refusal } from "../domain/refusal.ts";

export function wasOvertaken(error: unknown): boolean {
  if (error instanceof Refusal) return error.code === "conflict" && error.field !== "audit";
  const violation = violationOf(error);
  switch (violation?.rule) {
    case "unique":
    case "not-null":
      return violation?.table !== "spent" && violation?.table !== "audit_log";
    case "foreign-key":
    case undefined:
      return false;
  }
}

/** Was the case written to between two readings of it? */
export function hasMovedOn(before: CaseRow, now: CaseRow): boolean {
  return (
    now.conversationSeq !== before.conversationSeq ||
    now.internalSeq !== before.internalSeq ||
    now.conversationEpoch !== before.conversationEpoch
  );
}
