/**
 * A coordinator takes away a second factor that a colleague has lost. Invariant: it opens nothing, since the
 * passphrase is still asked for; it is in the audit log or it did not happen; and nobody does it for themself.
 */
import { findMemberById } from "../db/members.ts";
import { deleteSecondFactors } from "../db/second-factors.ts";
import { asMember } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Handler } from "../http/mount.ts";
import { checkAudit, logging } from "./audit.ts";
import type { Context } from "./context.ts";
import { inForce } from "./opening.ts";

export const resetSecondFactor: Handler<"resetSecondFactor", Context> = async (
  { member: memberId, audit },
  context,
  actor,
) => {
  const { db, today } = context;
  const coordinator = asMember(actor);
  // A stolen session must not be able to put its own second factor in the place of the owner's.
  if (memberId === coordinator.memberId) throw new Refusal("forbidden", "member");
  if (inForce(await findMemberById(db, memberId), today) === null) {
    throw new Refusal("not-found", "member");
  }
  const act = { kind: "second-factor-reset", member: memberId } as const;
  const { insert } = await checkAudit(context, coordinator, audit, act);
  await logging(() => deleteSecondFactors(db, memberId, insert));
  return {};
};
