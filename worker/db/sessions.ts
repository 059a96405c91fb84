/**
 * Members' sessions: which token, by its hash, is whose. No time, no address, no device.
 */
import { and, desc, eq, gte, lt, ne } from "drizzle-orm";
import type { SecondFactor } from "../contract/second-factor.ts";
import { inForce } from "./members.ts";
import type { Database } from "./open.ts";
import { members, sessions } from "./schema.ts";

export type SessionRow = typeof sessions.$inferSelect;

export async function insertSession(db: Database, session: SessionRow): Promise<void> {
  await db.insert(sessions).values(session);
}

/** Whose session this is and what opened it, unless they were revoked by `today` or it began before `sinceDay`. */
export async function findSession(
  db: Database,
  tokenHash: string,
  sinceDay: number,
  today: number,
): Promise<{ readonly memberId: string; readonly secondFactor: SecondFactor } | null> {
  const rows = await db
    .select({ memberId: members.memberId, secondFactor: sessions.secondFactor })
    .from(sessions)
    .innerJoin(members, eq(members.memberId, sessions.memberId))
    .where(
      and(eq(sessions.tokenHash, tokenHash), gte(sessions.createdDay, sinceDay), inForce(today)),
    );
  return rows[0] ?? null;
}

/** Newest first. */
export async function findSessionsOf(
  db: Database,
  memberId: string,
  sinceDay: number,
): Promise<readonly SessionRow[]> {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.memberId, memberId), gte(sessions.createdDay, sinceDay)))
    .orderBy(desc(sessions.createdDay), sessions.tokenHash);
}

/** True when it was that member's, and is gone now. */
export async function deleteSessionOf(
  db: Database,
  memberId: string,
  tokenHash: string,
): Promise<boolean> {
  const rows = await db
    .delete(sessions)
    .where(and(eq(sessions.memberId, memberId), eq(sessions.tokenHash, tokenHash)))
    .returning({ tokenHash: sessions.tokenHash });
  return rows.length === 1;
}

export async function deleteSession(db: Database, tokenHash: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

export async function deleteSessionsBefore(db: Database, day: number): Promise<void> {
  await db.delete(sessions).where(lt(sessions.createdDay, day));
}

/** For the batch of what ends them. @param kept a token's hash, or null when none is. */
export function deleteSessionsOf(db: Database, memberId: string, kept: string | null) {
  return db
    .delete(sessions)
    .where(
      and(
        eq(sessions.memberId, memberId),
        kept === null ? undefined : ne(sessions.tokenHash, kept),
      ),
    );
}
