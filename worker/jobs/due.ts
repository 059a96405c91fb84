/**
 * Marks what is due, overdue and to be escalated, and alerts those to whom it goes. What no longer counts goes with the
 * act that makes it so.
 * Invariant: a repeat marks nothing twice and a job that broke off loses nothing: the next one begins again, and how
 * far it came is only kept when all is done.
 */
import type { Roster } from "../contract/roster.ts";
import {
  DUE_PAGE_CASES,
  enterArrivals,
  findJobDay,
  findMarked,
  insertMarks,
  keepJobDay,
  selectDue,
  type DueRow,
} from "../db/due.ts";
import { openDatabase, type Database } from "../db/open.ts";
import type { MeantStep } from "../db/outbox.ts";
import { readNewestRoster } from "../db/rosters.ts";
import { findRecipientsOf } from "../db/wraps.ts";
import { isTold, meantBy, stepsReached } from "../domain/escalation.ts";
import type { Bindings } from "../env.ts";

const JOB = "due";

/** Of the steps that are reached and not marked yet, whom each is meant for; few nights have many. */
async function meantFor(
  db: Database,
  page: readonly DueRow[],
  roster: Roster,
  today: number,
): Promise<readonly MeantStep[]> {
  const told = page.filter((due) => stepsReached(due, today).some(isTold));
  if (told.length === 0) return [];
  const marked = new Set(
    (await findMarked(db, told)).map(({ caseId, step }) => `${caseId} ${step}`),
  );
  const reached = told.flatMap((due) => {
    const steps = stepsReached(due, today).filter(isTold);
    const fresh = steps.filter((step) => !marked.has(`${due.caseId} ${step}`));
    return fresh.map((step) => ({ due, step }));
  });
  if (reached.length === 0) return [];
  const readers = Map.groupBy(
    await findRecipientsOf(db, [...new Set(reached.map(({ due }) => due))]),
    ({ caseId }) => caseId,
  );
  return reached.flatMap(({ due, step }) => {
    const { caseId, deskId, nextDueDay: dueDay } = due;
    const ids = (readers.get(caseId) ?? []).map(({ memberId }) => memberId);
    return meantBy(step, roster, deskId, ids, today).map((memberId) => ({
      memberId,
      caseId,
      dueDay,
      step,
    }));
  });
}

export async function markDue(bindings: Pick<Bindings, "DB">, today: number): Promise<void> {
  const db = openDatabase(bindings.DB);
  // The day of the last night is looked at again: it was not over then.
  await enterArrivals(db, (await findJobDay(db, JOB)) ?? 0);
  const roster = (await readNewestRoster(db))?.roster ?? null;
  let after: DueRow | null = null;
  do {
    const page: readonly DueRow[] = await selectDue(db, today, after);
    await insertMarks(
      db,
      page.flatMap((due) =>
        stepsReached(due, today).map((step) => ({
          caseId: due.caseId,
          dueDay: due.nextDueDay,
          step,
          markedDay: today,
        })),
      ),
      roster === null ? [] : await meantFor(db, page, roster, today),
      today,
    );
    after = page.length < DUE_PAGE_CASES ? null : (page.at(-1) ?? null);
  } while (after !== null);
  await keepJobDay(db, JOB, today);
}
