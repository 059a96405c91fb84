/**
 * What is due, and what the daily job has said of it. A mark counts for as long as its case is due on that same day.
 * Invariant: what a night reads depends on what is due and on what came since the night before, never on how many
 * cases are stored.
 */
import { and, eq, gte, isNotNull, isNull, lte, ne, sql } from "drizzle-orm";
import type { DueStep } from "../contract/due.ts";
import { nextDueDay } from "../domain/clocks.ts";
import { bindable, type Database } from "./open.ts";
import { alertOfSteps, type MeantStep } from "./outbox.ts";
import { cases, dueMarks, jobDays, members, wraps } from "./schema.ts";
import { recipientRow } from "./wraps.ts";

/** Cases a page: its statements stay within what D1 binds at once. */
export const DUE_PAGE_CASES = 90;
const MARK_COLUMNS = 4;

/** The last day a job has done its work for; null before there is one. */
export async function findJobDay(db: Database, job: string): Promise<number | null> {
  const rows = await db.select({ day: jobDays.day }).from(jobDays).where(eq(jobDays.job, job));
  return rows[0]?.day ?? null;
}

export async function keepJobDay(db: Database, job: string, day: number): Promise<void> {
  await jobDayKept(db, job, day);
}

/** For a batch: with the work that it says is done. */
export function jobDayKept(db: Database, job: string, day: number) {
  return db
    .insert(jobDays)
    .values({ job, day })
    .onConflictDoUpdate({ target: jobDays.job, set: { day: sql`max(${jobDays.day}, ${day})` } });
}

interface Arrival {
  readonly receivedDay: number;
  readonly caseId: string;
}

/** A page of one member's cases that came on `since` or later, after the last of the page before. */
function selectArrivals(db: Database, memberId: string, since: number, after: Arrival | null) {
  return db
    .select({ receivedDay: wraps.receivedDay, caseId: wraps.caseId })
    .from(wraps)
    .where(
      and(
        eq(wraps.memberId, memberId),
        gte(wraps.receivedDay, since),
        recipientRow(),
        after === null
          ? undefined
          : sql`(${wraps.receivedDay}, ${wraps.caseId}) > (${after.receivedDay}, ${after.caseId})`,
      ),
    )
    .orderBy(wraps.receivedDay, wraps.caseId)
    .limit(DUE_PAGE_CASES);
}

/** Gives those of them a due day that have none yet and on which something is owed, unless they move meanwhile. */
async function enter(db: Database, caseIds: readonly string[]): Promise<void> {
  const [first, ...rest] = caseIds.map((caseId) =>
    db
      .select()
      .from(cases)
      .where(and(eq(cases.caseId, caseId), isNull(cases.nextDueDay))),
  );
  if (first === undefined) return;
  const rows = (await db.batch([first, ...rest])).flat();
  const [update, ...updates] = rows.flatMap((row) => {
    const day = nextDueDay(row);
    if (day === null) return [];
    const unmoved = and(
      eq(cases.caseId, row.caseId),
      eq(cases.conversationSeq, row.conversationSeq),
      eq(cases.internalSeq, row.internalSeq),
    );
    return [db.update(cases).set({ nextDueDay: day }).where(unmoved)];
  });
  if (update !== undefined) await db.batch([update, ...updates]);
}

/**
 * Enters what came on `since` or later among what is due: receiving a report does not. Found by its recipients, the
 * only order in which what came last lies together.
 */
export async function enterArrivals(db: Database, since: number): Promise<void> {
  const seen = new Set<string>();
  for (const { memberId } of await db.select({ memberId: members.memberId }).from(members)) {
    let after: Arrival | null = null;
    do {
      const page: readonly Arrival[] = await selectArrivals(db, memberId, since, after);
      const news = page.map(({ caseId }) => caseId).filter((caseId) => !seen.has(caseId));
      await enter(db, news);
      for (const caseId of news) seen.add(caseId);
      after = page.length < DUE_PAGE_CASES ? null : (page.at(-1) ?? null);
    } while (after !== null);
  }
}

export interface DueRow {
  readonly caseId: string;
  readonly deskId: string;
  readonly receivedDay: number;
  readonly nextDueDay: number;
  readonly urgent: boolean;
  readonly internalSeq: number;
}

/** A page of what is due by `today`, the earliest first, after the last of the page before. */
export async function selectDue(
  db: Database,
  today: number,
  after: DueRow | null,
): Promise<readonly DueRow[]> {
  const rows = await db
    .select({
      caseId: cases.caseId,
      deskId: cases.deskId,
      receivedDay: cases.receivedDay,
      nextDueDay: cases.nextDueDay,
      urgent: cases.urgent,
      internalSeq: cases.internalSeq,
    })
    .from(cases)
    .where(
      and(
        isNotNull(cases.nextDueDay),
        lte(cases.nextDueDay, today),
        after === null
          ? undefined
          : sql`(${cases.nextDueDay}, ${cases.caseId}) > (${after.nextDueDay}, ${after.caseId})`,
      ),
    )
    .orderBy(cases.nextDueDay, cases.caseId)
    .limit(DUE_PAGE_CASES);
  return rows.flatMap((row) =>
    row.nextDueDay === null ? [] : [{ ...row, nextDueDay: row.nextDueDay }],
  );
}

export interface NewMark {
  readonly caseId: string;
  readonly dueDay: number;
  readonly step: DueStep;
  readonly markedDay: number;
}

/** One batch, with the alerts to those whom a step is meant for; what was marked before stays as it was, in silence. */
export async function insertMarks(
  db: Database,
  marks: readonly NewMark[],
  meant: readonly MeantStep[],
  today: number,
): Promise<void> {
  const [first, ...rest] = bindable(marks, MARK_COLUMNS).map((group) =>
    db.insert(dueMarks).values(group).onConflictDoNothing(),
  );
  if (first === undefined) return;
  if (meant.length === 0) await db.batch([first, ...rest]);
  else await db.batch([alertOfSteps(db, meant, today), first, ...rest]);
}

/** Which of those steps were marked before. */
export async function findMarked(
  db: Database,
  due: readonly DueRow[],
): Promise<readonly Pick<NewMark, "caseId" | "step">[]> {
  const rows = due.map(({ caseId, nextDueDay: dueDay }) => [caseId, dueDay]);
  return await db.all<Pick<NewMark, "caseId" | "step">>(sql`
    SELECT k.case_id AS caseId, k.step AS step
    FROM json_each(${JSON.stringify(rows)}) AS due CROSS JOIN due_marks AS k
    WHERE k.case_id = due.value ->> 0 AND k.due_day = due.value ->> 1`);
}

/** Those of a case that is due on that day from now on, or on none: what was marked of another counts no more. */
export function deleteOtherMarks(db: Database, caseId: string, dueDay: number | null) {
  const others = dueDay === null ? undefined : ne(dueMarks.dueDay, dueDay);
  return db.delete(dueMarks).where(and(eq(dueMarks.caseId, caseId), others));
}
