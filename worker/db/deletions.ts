/** Deleted cases, until somebody has signed for them in the audit log: a few at a time, of one day and one reason. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { DELETIONS_SIGNED, type Deletion } from "../contract/deletion.ts";
import type { Database } from "./open.ts";
import { deletions } from "./schema.ts";

/** The next that are to be signed for, oldest first; null when there is none. */
export async function findDeletions(db: Database): Promise<Deletion | null> {
  const rows = await db
    .select()
    .from(deletions)
    .orderBy(asc(deletions.deletedDay), asc(deletions.caseId))
    .limit(DELETIONS_SIGNED);
  const [first] = rows;
  if (first === undefined) return null;
  const { deletedDay, reason } = first;
  const alike = rows.filter((row) => row.deletedDay === deletedDay && row.reason === reason);
  return { deletedDay, reason, cases: alike.map(({ caseId }) => caseId) };
}

export function deleteDeletions(db: Database, { deletedDay, cases }: Deletion) {
  return [
    db
      .delete(deletions)
      .where(and(eq(deletions.deletedDay, deletedDay), inArray(deletions.caseId, [...cases]))),
  ];
}
