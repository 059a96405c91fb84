/** Which shelf a case's shred key lies on, and which cases' keys lie on a shelf: both follow from the day of receipt. */
import { and, between, eq, inArray, sql } from "drizzle-orm";
import { shelfDays } from "../domain/retention.ts";
import { hasLayer, laterShelfOf } from "../domain/shredding.ts";
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

function onShelf(db: Database, shelf: number) {
  const { first, last } = shelfDays(shelf);
  const everybody = db.select({ memberId: members.memberId }).from(members);
  return and(
    inArray(wraps.memberId, everybody),
    between(wraps.receivedDay, first, last),
    recipientRow(),
  );
}

/** Then the shelf was made. Found as in `findCasesOnShelf`. */
export async function isAnyOnShelf(db: Database, shelf: number): Promise<boolean> {
  const rows = await db.select({ at: wraps.epoch }).from(wraps).where(onShelf(db, shelf)).limit(1);
  return rows.length > 0;
}

/** The shelves that a case's stored keys say they are on: null for the first of its days. None: it has no layer. */
export async function findLayers(
  db: Database,
  { caseId, receivedDay }: { readonly caseId: string; readonly receivedDay: number },
): Promise<(string | null)[]> {
  const everybody = db.select({ memberId: members.memberId }).from(members);
  const rows = await db
    .select({ wrap: wraps.wrap })
    .from(wraps)
    .where(
      and(
        inArray(wraps.memberId, everybody),
        eq(wraps.receivedDay, receivedDay),
        eq(wraps.caseId, caseId),
      ),
    );
  return [
    ...new Set(rows.filter(({ wrap }) => hasLayer(wrap)).map(({ wrap }) => laterShelfOf(wrap))),
  ];
}

/** Every case somebody holds a key to. By member and day, so that no index has to be written when a case comes in. */
export async function findCasesOnShelf(db: Database, shelf: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ caseId: wraps.caseId })
    .from(wraps)
    .where(onShelf(db, shelf));
  return rows.map(({ caseId }) => caseId);
}
