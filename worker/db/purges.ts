/**
 * Deleting cases, a step at a time. Every step can be taken again: what it finds done it leaves.
 * Invariant: from the first step on nobody reads the case or writes to it, and it is never taken back; the last removes
 * the case and says so in one batch, so that what is said was done once.
 */
import { and, eq, gt, inArray, isNotNull, isNull, lte, sql, type SQL } from "drizzle-orm";
import type { DeletionReason } from "../contract/retention.ts";
import type { Database } from "./open.ts";
import {
  cases,
  deletions,
  dueMarks,
  entries,
  identityEnvelopes,
  identityShares,
  members,
  openedCases,
  purges,
  releaseDecisions,
  releaseRequests,
  releases,
  reporters,
  reporterWraps,
  wraps,
} from "./schema.ts";

export type PurgeRow = typeof purges.$inferSelect;

/** Entries one statement deletes: D1 takes no statement that runs for long. */
const ENTRIES_A_STATEMENT = 500;

/** Closed or taken back, read by somebody, past its day, not held, with no challenge that waits for an answer. */
function isDue(today: number): SQL | undefined {
  return and(
    isNotNull(cases.purgeDay),
    lte(cases.purgeDay, today),
    isNull(cases.holdReviewDay),
    gt(cases.internalSeq, 0),
    sql`(${cases.closedDay} IS NOT NULL OR ${cases.withdrawnDay} IS NOT NULL)`,
    // Whoever took the report back waits for no answer to it.
    sql`(${cases.challengedDay} IS NULL OR ${cases.challengeDecidedDay} IS NOT NULL
      OR ${cases.withdrawnDay} IS NOT NULL)`,
  );
}

export interface DueCase {
  readonly caseId: string;
  readonly deskId: string;
  readonly receivedDay: number;
  readonly closedDay: number | null;
  readonly withdrawnDay: number | null;
}

/** Those received before `receivedBefore` that nobody has begun to delete, longest due first. */
export async function findDue(
  db: Database,
  today: number,
  receivedBefore: number,
  limit: number,
): Promise<readonly DueCase[]> {
  return db
    .select({
      caseId: cases.caseId,
      deskId: cases.deskId,
      receivedDay: cases.receivedDay,
      closedDay: cases.closedDay,
      withdrawnDay: cases.withdrawnDay,
    })
    .from(cases)
    .where(
      and(
        isDue(today),
        sql`${cases.receivedDay} < ${receivedBefore}`,
        sql`${cases.caseId} NOT IN (SELECT ${purges.caseId} FROM ${purges})`,
      ),
    )
    .orderBy(cases.purgeDay)
    .limit(limit);
}

/** By a rule that became longer since. */
export async function postpone(db: Database, caseId: string, until: number): Promise<void> {
  await db
    .update(cases)
    .set({ purgeDay: until })
    .where(and(eq(cases.caseId, caseId), isNotNull(cases.purgeDay)));
}

/** For the batch of whatever writes to a case: true while no one has begun to delete it. */
export function isNotPurged(caseId: string): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM ${purges} WHERE ${purges.caseId} = ${caseId})`;
}

/** The day a case is deleted that its reporter takes back. Asked of the row as it is written: whoever withdraws neither waits for the internal lane nor learns of it. */
export function purgedOnceRead(day: number): SQL {
  const sooner = sql`min(coalesce(${cases.purgeDay}, ${day}), ${day})`;
  return sql`CASE WHEN ${cases.internalSeq} > 0 THEN ${sooner} END`;
}

/** The day a case is deleted that is to be kept until `day`; none stays none. Asked of the row as it is written, as above. */
export function purgedNotBefore(day: number): SQL {
  return sql`max(${cases.purgeDay}, ${day})`;
}

/** Those that are still due at that moment, whatever was written since they were found. */
export async function beginPurges(
  db: Database,
  found: readonly DueCase[],
  today: number,
): Promise<void> {
  const everybody = db.select({ memberId: members.memberId }).from(members);
  const begun = db.select({ caseId: purges.caseId }).from(purges);
  const [first, ...rest] = found.flatMap(({ caseId, receivedDay, withdrawnDay }) => {
    const reason: DeletionReason = withdrawnDay === null ? "schedule" : "withdrawal";
    return [
      db
        .insert(purges)
        .select(
          db
            .select({
              caseId: cases.caseId,
              deskId: cases.deskId,
              receivedDay: cases.receivedDay,
              reason: sql<DeletionReason>`${reason}`.as("reason"),
              step: sql<"begun">`'begun'`.as("step"),
              tries: sql<number>`0`.as("tries"),
            })
            .from(cases)
            .where(and(eq(cases.caseId, caseId), isDue(today))),
        )
        .onConflictDoNothing(),
      db
        .delete(wraps)
        .where(
          and(
            inArray(wraps.memberId, everybody),
            eq(wraps.receivedDay, receivedDay),
            eq(wraps.caseId, caseId),
            inArray(wraps.caseId, begun),
          ),
        ),
    ];
  });
  if (first === undefined) return;
  // Nothing finds a reporter by their case: their table is read through, once for all.
  await db.batch([first, ...rest, db.delete(reporters).where(inArray(reporters.caseId, begun))]);
}

/** Those that failed least often first: what cannot be ended keeps nothing else from its end. */
export async function findPurges(db: Database, limit: number): Promise<readonly PurgeRow[]> {
  return db.select().from(purges).orderBy(purges.tries, purges.caseId).limit(limit);
}

/** Whose keys could not be destroyed: they stay begun. */
export async function markTried(db: Database, caseIds: readonly string[]): Promise<void> {
  await db
    .update(purges)
    .set({ tries: sql`${purges.tries} + 1` })
    .where(inArray(purges.caseId, [...caseIds]));
}

export async function markShredded(db: Database, caseIds: readonly string[]): Promise<void> {
  await db
    .update(purges)
    .set({ step: "shredded" })
    .where(inArray(purges.caseId, [...caseIds]));
}

/** What lies in the database of a case, least dear first; the row of the case itself goes with `finishPurge`. */
export async function eraseCase(db: Database, caseId: string): Promise<void> {
  const asked = db
    .select({ releaseId: releases.releaseId })
    .from(releases)
    .where(eq(releases.caseId, caseId));
  const everybody = db.select({ memberId: members.memberId }).from(members);
  await db.batch([
    db
      .delete(releaseRequests)
      .where(
        and(
          inArray(releaseRequests.memberId, everybody),
          inArray(releaseRequests.releaseId, asked),
        ),
      ),
    db.delete(releaseDecisions).where(inArray(releaseDecisions.releaseId, asked)),
    db.delete(dueMarks).where(eq(dueMarks.caseId, caseId)),
    db.delete(releases).where(eq(releases.caseId, caseId)),
    db.delete(identityShares).where(eq(identityShares.caseId, caseId)),
    db.delete(identityEnvelopes).where(eq(identityEnvelopes.caseId, caseId)),
    db.delete(reporterWraps).where(eq(reporterWraps.caseId, caseId)),
    db.delete(openedCases).where(eq(openedCases.caseId, caseId)),
  ]);
  for (;;) {
    const { meta } = await db.run(sql`
      DELETE FROM ${entries} WHERE case_id = ${caseId} AND (lane, seq) IN (
        SELECT lane, seq FROM ${entries} WHERE case_id = ${caseId} LIMIT ${ENTRIES_A_STATEMENT})`);
    if (meta.changes < ENTRIES_A_STATEMENT) return;
  }
}

/** The case is gone and stands among the deletions, or neither. */
export async function finishPurge(db: Database, caseId: string, today: number): Promise<void> {
  await db.batch([
    db
      .insert(deletions)
      .select(
        db
          .select({
            deletedDay: sql<number>`${today}`.as("deleted_day"),
            caseId: purges.caseId,
            reason: purges.reason,
          })
          .from(purges)
          .where(eq(purges.caseId, caseId)),
      )
      .onConflictDoNothing(),
    db.delete(cases).where(eq(cases.caseId, caseId)),
    db.delete(purges).where(eq(purges.caseId, caseId)),
  ]);
}
