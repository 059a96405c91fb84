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

/** One shelf after another: it is written once for all of its cases. */
async function shred(bindings: Bindings, db: Database, begun: readonly PurgeRow[]): Promise<void> {
  const keys = new ShredKeys(bindings.SHRED_KEYS, db);
  const byShelf = Map.groupBy(begun, ({ receivedDay }) => shelfOf(receivedDay));
  for (const [shelf, rows] of byShelf) {
    const caseIds = rows.map(({ caseId }) => caseId);
    await keys.destroy(shelf, new Set(caseIds), () => findCasesOnShelf(db, shelf));
    await markShredded(db, caseIds);
  }
}

export async function purge(bindings: Bindings, today: number): Promise<void> {
  const db = openDatabase(bindings.DB);
  const left = await findPurges(db, CASES_A_RUN);
  const room = CASES_A_RUN - left.length;
  const found = room === 0 ? [] : await findDue(db, today, openSince(today), room);
  await beginPurges(db, await stillDue(db, found, today), today);
  const rows = await findPurges(db, CASES_A_RUN);
  await shred(
    bindings,
    db,
    rows.filter(({ step }) => step === "begun"),
  );
  for (const { caseId } of rows) {
    for (const erase of STORES) await erase(bindings, db, caseId);
    await finishPurge(db, caseId, today);
  }
}
