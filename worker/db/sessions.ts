/**
 * Members' sessions: which token, by its hash, is whose. No time, no address, no device.
 */
import { and, desc, eq, gte, lt, ne } from "drizzle-orm";
import type { SecondFactor } from "../contract/second-factor.ts";
import type { Database } from "./open.ts";
import { members, openedCases, sessions } from "./schema.ts";

export type SessionRow = typeof sessions.$inferSelect;

export async function insertSession(db: Database, session: SessionRow): Promise<void> {
  await db.insert(sessions).values(session);
}

export interface FoundSession {
  readonly memberId: string;
  readonly secondFactor: SecondFactor;
  /** Does its sign-in stand in the audit log? */
  readonly logged: boolean;
  readonly revokedDay: number | null;
}

/** Whose session this is and what opened it, revoked or not, unless it began before `sinceDay`. */
export async function findSession(
  db: Database,
  tokenHash: string,
  sinceDay: number,
): Promise<FoundSession | null> {
  const rows = await db
    .select({
      memberId: members.memberId,
      secondFactor: sessions.secondFactor,
      logged: sessions.logged,
      revokedDay: members.revokedDay,
    })
    .from(sessions)
    .innerJoin(members, eq(members.memberId, sessions.memberId))
    .where(and(eq(sessions.tokenHash, tokenHash), gte(sessions.createdDay, sinceDay)));
  return rows[0] ?? null;
}

/** In the batch of the entry that says so. */
export function markSessionLogged(db: Database, tokenHash: string) {
  return db.update(sessions).set({ logged: true }).where(eq(sessions.tokenHash, tokenHash));
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
  await db.batch([
    db.delete(sessions).where(eq(sessions.tokenHash, tokenHash)),
    db.delete(openedCases).where(eq(openedCases.tokenHash, tokenHash)),
  ]);
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
