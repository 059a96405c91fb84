/**
 * How many cases each desk has and how its clocks stand: sums over plain columns, nothing of any one case.
 */
import { and, count, isNull, isNotNull, lt, sql, type SQL } from "drizzle-orm";
import type { Database } from "./open.ts";
import { cases } from "./schema.ts";

function countWhere(condition: SQL | undefined): SQL<number> {
  return sql<number>`coalesce(sum(${condition}), 0)`;
}

export function selectCaseCounts(db: Database, today: number) {
  const waiting = and(isNull(cases.closedDay), isNull(cases.withdrawnDay));
  return db
    .select({
      desk: cases.deskId,
      received: count(),
      unacknowledged: countWhere(and(isNull(cases.acknowledgedDay), waiting)),
      overdue: countWhere(and(isNotNull(cases.nextDueDay), lt(cases.nextDueDay, today))),
      closed: countWhere(isNotNull(cases.closedDay)),
      withdrawn: countWhere(isNotNull(cases.withdrawnDay)),
    })
    .from(cases)
    .groupBy(cases.deskId)
    .orderBy(cases.deskId);
}
