/**
 * A member's inbox: a backward scan of their own wraps, newest case first, a page at a time.
 * Invariant: what a page costs depends on the size of the page, never on how many cases are stored.
 */
import { and, desc, eq, getTableColumns, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { DUE_STEPS, type DueStep } from "../contract/due.ts";
import { INBOX_PAGE_CASES } from "../contract/limits.ts";
import type { Database } from "./open.ts";
import { cases, dueMarks, wraps } from "./schema.ts";
import { recipientRow } from "./wraps.ts";

/** The last case of the page before. */
export interface InboxCursor {
  readonly receivedDay: number;
  readonly case: string;
}

const cardWraps = alias(wraps, "card_wraps");

/** What is marked of the day on which the case is due now; null when nothing is. */
function marksThatCount(): SQL<readonly DueStep[] | null> {
  return sql<readonly DueStep[] | null>`(
    SELECT group_concat(${dueMarks.step}) FROM ${dueMarks}
    WHERE ${dueMarks.caseId} = ${cases.caseId} AND ${dueMarks.dueDay} = ${cases.nextDueDay}
  )`.mapWith((joined: string) => {
    const marked = joined.split(",");
    return DUE_STEPS.filter((step) => marked.includes(step));
  });
}

/**
 * One case more than a page, to know whether there is another page. A recipient to whom the card's lane was
 * not wrapped still sees that the case is there: their own wrap of the conversation comes instead.
 */
export function selectInbox(db: Database, memberId: string, after: InboxCursor | null) {
  return db
    .select({
      ...getTableColumns(cases),
      ownKey: wraps.wrapKey,
      ownWrap: wraps.wrap,
      cardKey: cardWraps.wrapKey,
      cardWrap: cardWraps.wrap,
      steps: marksThatCount(),
    })
    .from(wraps)
    .innerJoin(cases, eq(cases.caseId, wraps.caseId))
    .leftJoin(
      cardWraps,
      and(
        eq(cardWraps.memberId, wraps.memberId),
        eq(cardWraps.receivedDay, wraps.receivedDay),
        eq(cardWraps.caseId, wraps.caseId),
        eq(cardWraps.lane, cases.cardLane),
        eq(cardWraps.epoch, cases.cardEpoch),
      ),
    )
    .where(
      and(
        eq(wraps.memberId, memberId),
        recipientRow(),
        after === null
          ? undefined
          : sql`(${wraps.receivedDay}, ${wraps.caseId}) < (${after.receivedDay}, ${after.case})`,
      ),
    )
    .orderBy(desc(wraps.receivedDay), desc(wraps.caseId))
    .limit(INBOX_PAGE_CASES + 1);
}
