/**
 * The server's own note of what members asked for and were refused: how often, on which day, never what was in it.
 * Nobody signs it, and it holds nothing of anybody who is no member.
 */
import { desc, sql } from "drizzle-orm";
import { REFUSED_ACTS_SHOWN } from "../contract/limits.ts";
import type { Database } from "./open.ts";
import { refusedActs } from "./schema.ts";

export interface RefusedAct {
  readonly day: number;
  readonly memberId: string;
  readonly endpoint: string;
  readonly code: string;
}

export async function countRefusedAct(db: Database, act: RefusedAct): Promise<void> {
  await db
    .insert(refusedActs)
    .values({ ...act, count: 1 })
    .onConflictDoUpdate({
      target: [refusedActs.day, refusedActs.memberId, refusedActs.endpoint, refusedActs.code],
      set: { count: sql`${refusedActs.count} + 1` },
    });
}

/** The newest days first. */
export function selectRefusedActs(db: Database) {
  return db
    .select({
      day: refusedActs.day,
      member: refusedActs.memberId,
      endpoint: refusedActs.endpoint,
      code: refusedActs.code,
      count: refusedActs.count,
    })
    .from(refusedActs)
    .orderBy(desc(refusedActs.day), refusedActs.memberId, refusedActs.endpoint, refusedActs.code)
    .limit(REFUSED_ACTS_SHOWN);
}
