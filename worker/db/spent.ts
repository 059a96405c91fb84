/**
 * Spent challenges, so that no proof of work pays twice. They are written with what they pay for (cases.ts) and
 * forgotten here once they have expired; those that paid for a try at signing in are written here.
 */
import { sql } from "drizzle-orm";
import type { Spent } from "../domain/proof.ts";
import { violationOf, type Database } from "./open.ts";
import { spent } from "./schema.ts";

/** False when it was spent before. */
export async function insertSpent(db: Database, row: Spent): Promise<boolean> {
  try {
    await db.insert(spent).values(row);
    return true;
  } catch (error) {
    if (violationOf(error)?.rule === "unique") return false;
    throw error;
  }
}

/** D1 asks for deletions in groups of at most ten thousand rows. */
const GROUP_ROWS = 10_000;

export async function deleteSpentBefore(db: Database, day: number): Promise<void> {
  for (;;) {
    const { meta } = await db.delete(spent).where(
      sql`(${spent.expiresDay}, ${spent.challengeHash}) IN (
        SELECT expires_day, challenge_hash FROM spent WHERE expires_day < ${day} LIMIT ${GROUP_ROWS}
      )`,
    );
    if (meta.changes < GROUP_ROWS) return;
  }
}
