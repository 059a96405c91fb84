/**
 * Marks what is due, overdue and to be escalated. What no longer counts goes with the act that makes it so.
 * Invariant: a repeat marks nothing twice and a job that broke off loses nothing: the next one begins again, and how
 * far it came is only kept when all is done.
 */
import {
  DUE_PAGE_CASES,
  enterArrivals,
  findJobDay,
  insertMarks,
  keepJobDay,
  selectDue,
  type DueRow,
} from "../db/due.ts";
import { openDatabase } from "../db/open.ts";
import { stepsReached } from "../domain/escalation.ts";
import type { Bindings } from "../env.ts";

const JOB = "due";

export async function markDue(bindings: Pick<Bindings, "DB">, today: number): Promise<void> {
  const db = openDatabase(bindings.DB);
  // The day of the last night is looked at again: it was not over then.
  await enterArrivals(db, (await findJobDay(db, JOB)) ?? 0);
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
    );
    after = page.length < DUE_PAGE_CASES ? null : (page.at(-1) ?? null);
  } while (after !== null);
  await keepJobDay(db, JOB, today);
}
