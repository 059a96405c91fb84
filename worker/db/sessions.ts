/**
 * Members' sessions: which token, by its hash, is whose. No time, no address, no device.
 */
import { and, eq, gte, lt, ne } from "drizzle-orm";
import { inForce } from "./members.ts";
import type { Database } from "./open.ts";
import { members, sessions } from "./schema.ts";

export async function insertSession(
  db: Database,
  session: typeof sessions.$inferInsert,
): Promise<void> {
  await db.insert(sessions).values(session);
}

/** The member whose session this is, unless they were revoked by `today` or it began before `sinceDay`. */
export async function findSessionMember(
  db: Database,
  tokenHash: string,
  sinceDay: number,
  today: number,
): Promise<string | null> {
  const rows = await db
    .select({ memberId: members.memberId })
    .from(sessions)
    .innerJoin(members, eq(members.memberId, sessions.memberId))
    .where(
      and(eq(sessions.tokenHash, tokenHash), gte(sessions.createdDay, sinceDay), inForce(today)),
    );
  return rows[0]?.memberId ?? null;
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
