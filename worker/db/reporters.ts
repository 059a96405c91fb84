/**
 * Reporters: the row a tracking code leads to. Deleting it ends the code and every session made with it.
 */
import { eq } from "drizzle-orm";
import type { Database } from "./open.ts";
import { reporters } from "./schema.ts";

export type ReporterRow = typeof reporters.$inferSelect;

export async function findReporter(db: Database, locatorHash: string): Promise<ReporterRow | null> {
  const rows = await db.select().from(reporters).where(eq(reporters.locatorHash, locatorHash));
  return rows[0] ?? null;
}
