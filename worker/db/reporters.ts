/**
 * Reporters: the row a tracking code leads to. Deleting it ends the code and every session made with it.
 */
import { eq } from "drizzle-orm";
import type { Wrap } from "../contract/journal.ts";
import type { Database } from "./open.ts";
import { reporters, reporterWraps } from "./schema.ts";

export type ReporterRow = typeof reporters.$inferSelect;

export async function findReporter(db: Database, locatorHash: string): Promise<ReporterRow | null> {
  const rows = await db.select().from(reporters).where(eq(reporters.locatorHash, locatorHash));
  return rows[0] ?? null;
}

/** The conversation's later keys, sealed to its reporter. */
export function selectReporterWraps(db: Database, caseId: string) {
  return db
    .select({ epoch: reporterWraps.epoch, key: reporterWraps.wrapKey, wrap: reporterWraps.wrap })
    .from(reporterWraps)
    .where(eq(reporterWraps.caseId, caseId))
    .orderBy(reporterWraps.epoch);
}

export function insertReporterWrap(db: Database, caseId: string, { epoch, key, wrap }: Wrap) {
  return db.insert(reporterWraps).values({ caseId, epoch, wrapKey: key, wrap });
}

export function deleteReporterWraps(db: Database, caseId: string) {
  return db.delete(reporterWraps).where(eq(reporterWraps.caseId, caseId));
}
