/**
 * Numbers without cases: what a coordinator's board and an auditor's page show, counted a part at a time.
 * Invariant: no id of a case, and nothing that could be told apart as one, stands in an answer.
 */
import { dueState } from "../contract/figures.ts";
import { countReaders, findCounted } from "../db/case-counts.ts";
import { asMember } from "../domain/actor.ts";
import { isOpen, tallyDesks, tallyMonths } from "../domain/tally.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";
import { desksSeenBy, isActive, newestStanding } from "./standing.ts";

export const caseCounts: Handler<"caseCounts", Context> = async ({ from }, context, actor) => {
  const { db, today } = context;
  const sees = desksSeenBy(await newestStanding(context), asMember(actor));
  const { cases, parts } = await findCounted(db, from);
  return {
    months: tallyMonths(
      cases.filter(({ deskId }) => sees(deskId)),
      today,
    ),
    next: parts.before,
    day: today,
  };
};

export const board: Handler<"board", Context> = async ({ from }, context, actor) => {
  const { db, today } = context;
  const standing = await newestStanding(context);
  const sees = desksSeenBy(standing, asMember(actor));
  const { cases, parts } = await findCounted(db, from);
  const seen = cases.filter(({ deskId }) => sees(deskId));
  const reviewers = [...(standing?.reviewers ?? [])].filter(([deskId]) => sees(deskId));
  const readers = reviewers.flatMap(([, members]) =>
    members.filter((member) => isActive(member, today)).map(({ id }) => id),
  );
  const open = seen.filter(isOpen).map(({ caseId, receivedDay, nextDueDay }) => ({
    caseId,
    receivedDay,
    overdue: dueState(nextDueDay, today) === "overdue",
  }));
  return {
    desks: tallyDesks(seen, today),
    readers: await countReaders(db, open, readers),
    next: parts.before,
    day: today,
  };
};
