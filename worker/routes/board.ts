/**
 * Numbers without cases: what a coordinator's board and an auditor's page show, counted a part at a time.
 * Invariant: no id of a case stands in an answer, and nobody but the server says where a part begins: two parts that a
 * caller had chosen would differ by a single case.
 */
import { dueState } from "../contract/figures.ts";
import { countReaders, findCounted, type CountedPart } from "../db/case-counts.ts";
import { asMember } from "../domain/actor.ts";
import { issueCursor, openCursor, type CountPlace } from "../domain/count-cursor.ts";
import { isOpen, tallyDesks, tallyMonths } from "../domain/tally.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";
import { desksSeenBy, isActive, newestStanding } from "./standing.ts";

/** The part that begins there. @throws Refusal `not-found` where this caller was not told to go on there */
async function countPart(
  { db, config, nowSeconds }: Context,
  place: CountPlace,
  from: string | null,
): Promise<{ readonly cases: CountedPart["cases"]; readonly next: string | null }> {
  const key = config.keys.countCursor;
  const { cases, parts } = await findCounted(db, await openCursor(key, place, from, nowSeconds));
  return { cases, next: await issueCursor(key, place, parts.before, nowSeconds) };
}

export const caseCounts: Handler<"caseCounts", Context> = async ({ from }, context, actor) => {
  const { today } = context;
  const member = asMember(actor);
  const sees = desksSeenBy(await newestStanding(context), member);
  const place = { memberId: member.memberId, count: "case-counts" } as const;
  const { cases, next } = await countPart(context, place, from);
  return {
    months: tallyMonths(
      cases.filter(({ deskId }) => sees(deskId)),
      today,
    ),
    next,
    day: today,
  };
};

export const board: Handler<"board", Context> = async ({ from }, context, actor) => {
  const { db, today } = context;
  const member = asMember(actor);
  const standing = await newestStanding(context);
  const sees = desksSeenBy(standing, member);
  const place = { memberId: member.memberId, count: "board" } as const;
  const { cases, next } = await countPart(context, place, from);
  const seen = cases.filter(({ deskId }) => sees(deskId));
  const reviewers = [...(standing?.reviewers ?? [])].filter(([deskId]) => sees(deskId));
  const readers = reviewers.flatMap(([, members]) =>
    members.filter((reviewer) => isActive(reviewer, today)).map(({ id }) => id),
  );
  const open = seen.filter(isOpen).map(({ caseId, receivedDay, nextDueDay }) => ({
    caseId,
    receivedDay,
    overdue: dueState(nextDueDay, today) === "overdue",
  }));
  return {
    desks: tallyDesks(seen, today),
    readers: await countReaders(db, open, readers),
    next,
    day: today,
  };
};
