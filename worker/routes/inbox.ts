/**
 * A member's inbox: sealed cards, and for each the one wrap that opens it.
 */
import type { OutputOf } from "../contract/endpoints.ts";
import { INBOX_PAGE_CASES } from "../contract/limits.ts";
import { plainOf } from "../db/cases.ts";
import { selectInbox } from "../db/inbox.ts";
import { asMember } from "../domain/actor.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";

/** What a page shows of these rows, of which there may be one more than it holds. */
export function inboxPage(
  rows: Awaited<ReturnType<typeof selectInbox>>,
): Pick<OutputOf<"inbox">, "cases" | "next"> {
  const page = rows.slice(0, INBOX_PAGE_CASES);
  const last = page.at(-1);
  return {
    cases: page.map((row) => ({
      plain: plainOf(row),
      card: { header: row.cardHeader, body: row.cardBody },
      wrap:
        row.cardKey === null || row.cardWrap === null
          ? { lane: "conversation", epoch: 0, key: row.ownKey, wrap: row.ownWrap }
          : { lane: row.cardLane, epoch: row.cardEpoch, key: row.cardKey, wrap: row.cardWrap },
    })),
    next:
      last !== undefined && rows.length > page.length
        ? { receivedDay: last.receivedDay, case: last.caseId }
        : null,
  };
}

export const inbox: Handler<"inbox", Context> = async ({ after }, { db, today }, actor) => ({
  ...inboxPage(await selectInbox(db, asMember(actor).memberId, after)),
  day: today,
});
