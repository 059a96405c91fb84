/**
 * Leaving: what only one member can read, and the end of one's own membership.
 * Invariant: nobody leaves while a case, or what is yet to be sent to a desk, could then be read by nobody.
 */
import { INBOX_PAGE_CASES } from "../contract/limits.ts";
import { countHeld, countOthers, endMembership } from "../db/holdings.ts";
import { selectInbox } from "../db/inbox.ts";
import { membersInForce } from "../db/members.ts";
import { violationOf } from "../db/open.ts";
import { asMember } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Handler } from "../http/mount.ts";
import { checkAudit, logging } from "./audit.ts";
import type { Context } from "./context.ts";
import { inboxPage } from "./inbox.ts";
import { activeReviewers, isActive, newestStanding, rolesOf } from "./standing.ts";

export const holdings: Handler<"holdings", Context> = async ({ after }, context, actor) => {
  const { db, shredKeys, today } = context;
  const { memberId } = asMember(actor);
  const { cases, next } = await inboxPage(await selectInbox(db, memberId, after), shredKeys);
  const standing = await newestStanding(context);
  const pairs = await countOthers(
    db,
    cases.slice(0, INBOX_PAGE_CASES).map(({ plain }) => plain.case),
    memberId,
    today,
  );
  const reading = pairs.filter((pair) =>
    rolesOf(standing, pair.memberId, today).includes("reviewer"),
  );
  return {
    cases: cases.map((row) => ({
      ...row,
      others: reading.filter(({ caseId }) => caseId === row.plain.case).length,
    })),
    next,
    day: today,
  };
};

export const heldBy: Handler<"heldBy", Context> = async ({ member }, context) => {
  const standing = await newestStanding(context);
  if (standing?.members.has(member) !== true) throw new Refusal("not-found", "member");
  const { db, today } = context;
  const staying = activeReviewers(standing.roster, today).filter((id) => id !== member);
  return countHeld(db, { going: [member], staying }, today);
};

export const leave: Handler<"leave", Context> = async ({ audit }, context, actor) => {
  const { db, today } = context;
  const member = asMember(actor);
  const { memberId } = member;
  await requireColleagues(memberId, context);
  const { insert } = await checkAudit(context, member, audit, { kind: "left" });
  try {
    await logging(() => endMembership(db, memberId, today, insert));
  } catch (error) {
    // Where a case would be left with nobody the row is given no number, and NOT NULL fails the whole batch.
    if (violationOf(error)?.rule === "not-null") throw new Refusal("sole-holder", "cases");
    throw error;
  }
  return { day: today };
};

/** New reports are sealed to a desk's reviewers until the next roster: there must be another at each. */
async function requireColleagues(memberId: string, context: Context): Promise<void> {
  const { db, today } = context;
  const standing = await newestStanding(context);
  if (standing === null) return;
  const inForce = await membersInForce(db, today);
  const stays = (id: string): boolean => {
    const member = standing.members.get(id);
    return id !== memberId && inForce.has(id) && member !== undefined && isActive(member, today);
  };
  for (const reviewers of standing.reviewers.values()) {
    const isTheirs = reviewers.some(({ id }) => id === memberId);
    if (isTheirs && !reviewers.some(({ id }) => stays(id))) {
      throw new Refusal("sole-holder", "desk");
    }
  }
  // Somebody has to sign the roster that says they are gone.
  const coordinators = standing.roster.members.filter(({ roles }) => roles.includes("coordinator"));
  const isCoordinator = coordinators.some(({ id }) => id === memberId);
  if (isCoordinator && !coordinators.some(({ id }) => stays(id))) {
    throw new Refusal("sole-holder", "coordinator");
  }
}
