/**
 * Deletes the cases whose day has come: takes them from everybody's hands, destroys their shred keys, then what lies of
 * them in each store, and says so. Broken off anywhere it is gone on with by the next run; nothing is done twice.
 */
import { ShredKeys } from "../db/shelves.ts";
import { findCasesOnShelf } from "../db/shelved-cases.ts";
import { openDatabase, type Database } from "../db/open.ts";
import {
  beginPurges,
  eraseCase,
  findDue,
  findPurges,
  finishPurge,
  markShredded,
  markTried,
  postpone,
  type DueCase,
  type PurgeRow,
} from "../db/purges.ts";
import { readNewestRoster } from "../db/rosters.ts";
import { closedPurgeDay, shelfClosedDay, shelfDays, shelfOf } from "../domain/retention.ts";
import type { Bindings } from "../env.ts";

/** Cases a run deletes: with a dozen statements each it stays far below what D1 takes of one invocation. */
const CASES_A_RUN = 40;

/**
 * Where something of a case lies, in the order it goes. What a case's files lie in, and uploads that were never
 * finished, belongs before the database, whose rows say where they are.
 */
const STORES: readonly ((bindings: Bindings, db: Database, caseId: string) => Promise<void>)[] = [
  async (_bindings, db, caseId) => eraseCase(db, caseId),
];

/** The first day of receipt whose cases' keys cannot be destroyed yet. */
function openSince(today: number): number {
  for (let shelf = shelfOf(today); ; shelf -= 1) {
    if (shelfClosedDay(shelf) <= today) return shelfDays(shelf).last + 1;
  }
}

/** Without those whose desk keeps its cases longer than it did when they were closed: they wait until that day. */
async function stillDue(
  db: Database,
  found: readonly DueCase[],
  today: number,
): Promise<readonly DueCase[]> {
  const desks = found.length === 0 ? [] : ((await readNewestRoster(db))?.roster.desks ?? []);
  const due: DueCase[] = [];
  for (const one of found) {
    const { caseId, deskId, receivedDay, closedDay, withdrawnDay } = one;
    const rule = desks.find(({ id }) => id === deskId)?.retention;
    const day =
      withdrawnDay !== null || closedDay === null
        ? today
        : closedPurgeDay({ receivedDay, closedDay }, rule);
    if (day <= today) due.push(one);
    else await postpone(db, caseId, day);
  }
  return due;
}

interface Shredded {
  readonly caseIds: ReadonlySet<string>;
  readonly failures: readonly unknown[];
}

/** One shelf after another: it is written once for all of its cases. One that is damaged keeps no other waiting. */
async function shred(
  bindings: Bindings,
  db: Database,
  begun: readonly PurgeRow[],
): Promise<Shredded> {
  const keys = new ShredKeys(bindings.SHRED_KEYS, db);
  const byShelf = Map.groupBy(begun, ({ receivedDay }) => shelfOf(receivedDay));
  const shredded = new Set<string>();
  const failures: unknown[] = [];
  for (const [shelf, rows] of byShelf) {
    const caseIds = rows.map(({ caseId }) => caseId);
    try {
      await keys.destroy(shelf, new Set(caseIds), () => findCasesOnShelf(db, shelf));
      await markShredded(db, caseIds);
      for (const caseId of caseIds) shredded.add(caseId);
    } catch (failure) {
      await markTried(db, caseIds);
      failures.push(failure);
    }
  }
  return { caseIds: shredded, failures };
}

/** @throws AggregateError at its end, where a shelf failed: its cases stay begun, and the run is seen to have failed */
export async function purge(bindings: Bindings, today: number): Promise<void> {
  const db = openDatabase(bindings.DB);
  const left = await findPurges(db, CASES_A_RUN);
  const room = CASES_A_RUN - left.filter(({ tries }) => tries === 0).length;
  const found = room === 0 ? [] : await findDue(db, today, openSince(today), room);
  await beginPurges(db, await stillDue(db, found, today), today);
  const rows = await findPurges(db, CASES_A_RUN);
  const begun = rows.filter(({ step }) => step === "begun");
  const shredded = await shred(bindings, db, begun);
  for (const { caseId, step } of rows) {
    if (step === "begun" && !shredded.caseIds.has(caseId)) continue;
    for (const erase of STORES) await erase(bindings, db, caseId);
    await finishPurge(db, caseId, today);
  }
  if (shredded.failures.length > 0) {
    throw new AggregateError(shredded.failures, "purge: not every key could be destroyed");
  }
}
