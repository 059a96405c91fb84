/** Which shelf a case's shred key lies on, and which cases' keys lie on a shelf: both follow from the day of receipt. */
import { and, between, inArray, sql } from "drizzle-orm";
import { shelfDays } from "../domain/retention.ts";
import type { Database } from "./open.ts";
import { cases, members, wraps } from "./schema.ts";
import { recipientRow } from "./wraps.ts";

/** By case id; those that are not there are left out. One bound value, however many are asked for. */
export async function findReceivedDays(
  db: Database,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (caseIds.length === 0) return new Map();
  const asked = sql`(SELECT value FROM json_each(${JSON.stringify(caseIds)}))`;
  const rows = await db
    .select({ caseId: cases.caseId, receivedDay: cases.receivedDay })
    .from(cases)
    .where(sql`${cases.caseId} IN ${asked}`);
  return new Map(rows.map(({ caseId, receivedDay }) => [caseId, receivedDay]));
}

/** Every case somebody holds a key to. By member and day, so that no index has to be written when a case comes in. */
export async function findCasesOnShelf(db: Database, shelf: number): Promise<string[]> {
  const { first, last } = shelfDays(shelf);
  const everybody = db.select({ memberId: members.memberId }).from(members);
  const rows = await db
    .selectDistinct({ caseId: wraps.caseId })
    .from(wraps)
    .where(
      and(
        inArray(wraps.memberId, everybody),
        between(wraps.receivedDay, first, last),
        recipientRow(),
      ),
    );
  return rows.map(({ caseId }) => caseId);
}
