/**
 * Which sessions have opened which cases, by an entry of the audit log. Forgotten with the session.
 */
import { and, eq, notInArray } from "drizzle-orm";
import type { Database } from "./open.ts";
import { openedCases, sessions } from "./schema.ts";

export async function hasOpened(db: Database, tokenHash: string, caseId: string): Promise<boolean> {
  const rows = await db
    .select({ caseId: openedCases.caseId })
    .from(openedCases)
    .where(and(eq(openedCases.tokenHash, tokenHash), eq(openedCases.caseId, caseId)));
  return rows.length === 1;
}

/** Opened again in the same session, with another entry, it stays opened. */
export function insertOpenedCase(db: Database, tokenHash: string, caseId: string) {
  return db.insert(openedCases).values({ tokenHash, caseId }).onConflictDoNothing();
}

/** Of sessions that are no more. */
export async function deleteOpenedWithoutSession(db: Database): Promise<void> {
  await db
    .delete(openedCases)
    .where(
      notInArray(openedCases.tokenHash, db.select({ hash: sessions.tokenHash }).from(sessions)),
    );
}
