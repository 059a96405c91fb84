/**
 * A member's inbox: sealed cards, and for each the one wrap that opens it.
 */
import type { OutputOf } from "../contract/endpoints.ts";
import { INBOX_PAGE_CASES } from "../contract/limits.ts";
import { plainOf } from "../db/cases.ts";
import { selectInbox } from "../db/inbox.ts";
import type { ShredKeys } from "../db/shelves.ts";
import { asMember } from "../domain/actor.ts";
import { furthestStep } from "../domain/escalation.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";

/** What a page shows of these rows, of which there may be one more than it holds. */
export async function inboxPage(
  rows: Awaited<ReturnType<typeof selectInbox>>,
  shredKeys: Pick<ShredKeys, "uncoverEach">,
): Promise<Pick<OutputOf<"inbox">, "cases" | "next">> {
  const page = rows
    .slice(0, INBOX_PAGE_CASES)
    .map(({ ownKey, ownWrap, cardKey, cardWrap, steps, ...row }) => ({
      row,
      step: furthestStep(steps ?? []),
      wrap:
        cardKey === null || cardWrap === null
          ? ({ lane: "conversation", epoch: 0, key: ownKey, wrap: ownWrap } as const)
          : { lane: row.cardLane, epoch: row.cardEpoch, key: cardKey, wrap: cardWrap },
    }));
  const uncovered = await shredKeys.uncoverEach(
    page.map(({ row: { caseId, receivedDay }, wrap }) => ({
      caseId,
      receivedDay,
      text: wrap.wrap,
    })),
  );
  const last = page.at(-1)?.row;
  return {
    // What was deleted for good is not there, though a restored database names it.
    cases: page.flatMap(({ row, wrap, step }, at) => {
      const own = uncovered[at];
      if (own === undefined || own.kind === "destroyed") return [];
      const card = { header: row.cardHeader, body: row.cardBody };
      const opens = own.kind === "lost" ? null : { ...wrap, wrap: own.text };
      return [{ plain: plainOf(row), card, wrap: opens, step }];
    }),
    next:
      last !== undefined && rows.length > page.length
        ? { receivedDay: last.receivedDay, case: last.caseId }
        : null,
  };
}

export const inbox: Handler<"inbox", Context> = async (
  { after },
  { db, shredKeys, today },
  actor,
) => ({
  ...(await inboxPage(await selectInbox(db, asMember(actor).memberId, after), shredKeys)),
  day: today,
});
