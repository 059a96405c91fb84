/**
 * Who else could read what a member holds, and the end of a membership. One statement decides and writes, so that
 * two who leave at once cannot both count on each other.
 */
import { and, eq, inArray, ne, sql, type SQL } from "drizzle-orm";
import type { insertAudit } from "./audit.ts";
import { inForce } from "./members.ts";
import { forgetNotifications } from "./notifications.ts";
import type { Database } from "./open.ts";
import { cases, members, sessions, wraps } from "./schema.ts";
import { recipientRow } from "./wraps.ts";

/** Every other member in force who is a recipient of one of these cases. */
export async function countOthers(
  db: Database,
  caseIds: readonly string[],
  memberId: string,
  today: number,
): Promise<readonly { readonly caseId: string; readonly memberId: string }[]> {
  if (caseIds.length === 0) return [];
  return (
    db
      .select({ caseId: cases.caseId, memberId: members.memberId })
      .from(cases)
      // CROSS JOIN holds SQLite to this order (optoverview.html, 7.2): each wrap is then found by its whole key.
      .crossJoin(members)
      .crossJoin(wraps)
      .where(
        and(
          inArray(cases.caseId, [...caseIds]),
          ne(members.memberId, memberId),
          inForce(today),
          eq(wraps.memberId, members.memberId),
          eq(wraps.receivedDay, cases.receivedDay),
          eq(wraps.caseId, cases.caseId),
          recipientRow(),
        ),
      )
  );
}

/** Members by id. */
export interface Change {
  /** Who reads no more. */
  readonly going: readonly string[];
  /** Who goes on reading, as the roster has it; of these, whoever is in force counts. */
  readonly staying: readonly string[];
}

/** One bound value, however many there are. */
function among(ids: readonly string[]): SQL {
  return sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

/** The cases of whoever is going, one row each: `alone` is 1 where nobody who stays reads it. */
function heldCases({ going, staying }: Change, today: number): SQL {
  return sql`(
    SELECT DISTINCT own.case_id, NOT EXISTS (
      SELECT 1 FROM members AS colleague CROSS JOIN wraps AS theirs
      WHERE colleague.member_id IN ${among(staying)}
        AND (colleague.revoked_day IS NULL OR colleague.revoked_day > ${today})
        AND theirs.member_id = colleague.member_id AND theirs.received_day = own.received_day
        AND theirs.case_id = own.case_id AND theirs.lane = 'conversation' AND theirs.epoch = 0
    ) AS alone
    FROM wraps AS own
    WHERE own.member_id IN ${among(going)} AND own.lane = 'conversation' AND own.epoch = 0
  )`;
}

export interface Held {
  readonly held: number;
  /** Of these, what nobody would read any more. */
  readonly alone: number;
}

export async function countHeld(db: Database, change: Change, today: number): Promise<Held> {
  const rows = await db.all<Held>(
    sql`SELECT count(*) AS held, coalesce(sum(alone), 0) AS alone FROM ${heldCases(change, today)}`,
  );
  return rows[0] ?? { held: 0, alone: 0 };
}

/** True where that change leaves no more cases unreadable than were agreed to; for the statement that carries it out. */
export function leavesAtMost(agreed: number, change: Change, today: number): SQL {
  return sql`(SELECT coalesce(sum(alone), 0) FROM ${heldCases(change, today)}) <= ${agreed}`;
}

/**
 * From today on they are no member, and no session of theirs goes on. One batch with its entry in the log; a `not-null` violation says that a
 * case would be left with nobody.
 */
export async function endMembership(
  db: Database,
  memberId: string,
  today: number,
  logged: ReturnType<typeof insertAudit>,
): Promise<void> {
  const soleHolder = sql`EXISTS (
    SELECT 1 FROM wraps AS own
    WHERE own.member_id = ${memberId} AND own.lane = 'conversation' AND own.epoch = 0
      AND NOT EXISTS (
        SELECT 1 FROM members AS colleague CROSS JOIN wraps AS theirs
        WHERE colleague.member_id <> ${memberId}
          AND (colleague.revoked_day IS NULL OR colleague.revoked_day > ${today})
          AND theirs.member_id = colleague.member_id AND theirs.received_day = own.received_day
          AND theirs.case_id = own.case_id AND theirs.lane = 'conversation' AND theirs.epoch = 0
      )
  )`;
  await db.batch([
    logged,
    db
      .update(members)
      .set({
        // A guard in WHERE would only skip this one statement and let the rest of the batch in.
        keyringVersion: sql`CASE WHEN NOT ${soleHolder} THEN ${members.keyringVersion} END`,
        revokedDay: today,
      })
      .where(eq(members.memberId, memberId)),
    db.delete(sessions).where(eq(sessions.memberId, memberId)),
    ...forgetNotifications(db, today),
  ]);
}
