/** A member's saved views: handed out and replaced, never read. */
import { findSavedViews, replaceSavedViews } from "../db/saved-views.ts";
import { asMember } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";

export const ownViews: Handler<"ownViews", Context> = async (_input, { db }, actor) => ({
  views: await findSavedViews(db, asMember(actor).memberId),
});

/** Sent again after its answer was lost, it answers the same. */
export const saveViews: Handler<"saveViews", Context> = async (input, { db }, actor) => {
  const { memberId } = asMember(actor);
  const version = input.replacesVersion + 1;
  if (!(await replaceSavedViews(db, memberId, input))) {
    const stored = await findSavedViews(db, memberId);
    const isRepeated = stored?.version === version && stored.sealed === input.sealed;
    if (!isRepeated) throw new Refusal("conflict", "replacesVersion");
  }
  return { version };
};
