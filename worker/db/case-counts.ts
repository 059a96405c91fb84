/**
 * Cases as they are counted: the plain days of a part of them, in the order of their random ids.
 * Invariant: what a part costs depends on the size of the part, never on how many cases are stored; and where the next
 * begins is told without naming a case.
 */
import { and, asc, getTableColumns, gte, lt, sql } from "drizzle-orm";
import { COUNT_PARTS } from "../contract/figures.ts";
import type { ReaderCounts } from "../contract/figures.ts";
import { COUNTED_CASES } from "../contract/limits.ts";
import { nextDueDay } from "../domain/clocks.ts";
import type { CountedCase } from "../domain/tally.ts";
import type { Database } from "./open.ts";
import { cases } from "./schema.ts";

/** Base64url, in the order in which SQLite compares it. */
const ALPHABET = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/** Greater than any case id. */
const BEYOND = "~";

/** The first two characters of the case ids of that part. */
function prefixOf(part: number): string {
  const { length } = ALPHABET;
  return `${ALPHABET.charAt(Math.floor(part / length))}${ALPHABET.charAt(part % length)}`;
}

function partOf(caseId: string): number {
  return ALPHABET.indexOf(caseId.charAt(0)) * ALPHABET.length + ALPHABET.indexOf(caseId.charAt(1));
}

/** From one part to before another; null: to the end. */
export interface Parts {
  readonly from: number;
  readonly before: number | null;
}

function within({ from, before }: Parts) {
  return and(
    gte(cases.caseId, prefixOf(from)),
    lt(cases.caseId, before === null ? BEYOND : prefixOf(before)),
  );
}

function selectCounted(db: Database, parts: Parts) {
  const { caseId, deskId, urgent, internalSeq, ...columns } = getTableColumns(cases);
  const { receivedDay, acknowledgedDay, feedbackDay, closedDay, withdrawnDay } = columns;
  const { reopenedDay, challengedDay, challengeDecidedDay } = columns;
  const { feedbackExtendedDay, lateFeedbackDay, caseworkDueDay, holdReviewDay } = columns;
  const marks = { acknowledgedDay, feedbackDay, closedDay, withdrawnDay, reopenedDay };
  const days = { receivedDay, ...marks, challengedDay, challengeDecidedDay };
  const team = { feedbackExtendedDay, lateFeedbackDay, caseworkDueDay, holdReviewDay, internalSeq };
  return db
    .select({ caseId, deskId, urgent, ...days, ...team })
    .from(cases)
    .where(within(parts))
    .orderBy(asc(cases.caseId));
}

/** What is due of it, whether or not a night has entered it yet. */
function asCounted(row: Awaited<ReturnType<typeof selectCounted>>[number]) {
  return { ...row, nextDueDay: nextDueDay(row) };
}

export interface CountedPart {
  readonly cases: readonly (CountedCase & { readonly caseId: string })[];
  readonly parts: Parts;
}

/** As many whole parts as COUNTED_CASES hold, and at least one. */
export async function findCounted(db: Database, from: number): Promise<CountedPart> {
  const found = await selectCounted(db, { from, before: null }).limit(COUNTED_CASES + 1);
  const beyond = found[COUNTED_CASES];
  if (beyond === undefined) {
    return { cases: found.map(asCounted), parts: { from, before: null } };
  }
  const before = partOf(beyond.caseId);
  if (before > from) {
    const cut = prefixOf(before);
    const kept = found.filter(({ caseId }) => caseId < cut);
    return { cases: kept.map(asCounted), parts: { from, before } };
  }
  // Ids are made in browsers: somebody may have made many that begin alike.
  const parts = { from, before: from + 1 < COUNT_PARTS ? from + 1 : null };
  return { cases: (await selectCounted(db, parts)).map(asCounted), parts };
}

/** A case that somebody may hold the keys of. */
export interface ReadCase {
  readonly caseId: string;
  readonly receivedDay: number;
  readonly overdue: boolean;
}

/** How many of these cases each of those members holds the keys of. */
export async function countReaders(
  db: Database,
  held: readonly ReadCase[],
  members: readonly string[],
): Promise<ReaderCounts[]> {
  const rows = held.map(({ caseId, receivedDay, overdue }) => [caseId, receivedDay, overdue]);
  // CROSS JOIN holds SQLite to this order (optoverview.html, 7.2): each wrap is then found by its whole key. Each list
  // is one bound value, however long it is.
  return await db.all<ReaderCounts>(sql`
    SELECT wraps.member_id AS member, count(*) AS open, sum(held.value ->> 2) AS overdue
    FROM json_each(${JSON.stringify(rows)}) AS held CROSS JOIN wraps
    WHERE wraps.member_id IN (SELECT value FROM json_each(${JSON.stringify(members)}))
      AND wraps.received_day = held.value ->> 1 AND wraps.case_id = held.value ->> 0
      AND wraps.lane = 'conversation' AND wraps.epoch = 0
    GROUP BY wraps.member_id ORDER BY wraps.member_id`);
}
