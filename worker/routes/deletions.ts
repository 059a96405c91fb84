/**
 * What was deleted and does not stand in the audit log yet. The server cannot sign for anybody and deletes at night,
 * so a coordinator or an auditor puts it into the log by day, under their own name.
 * Invariant: a deletion leaves this list in the batch of the entry that says it, and is never in two.
 */
import { deleteDeletions, findDeletions } from "../db/deletions.ts";
import { asMember } from "../domain/actor.ts";
import { claimedAct } from "../domain/audit.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Handler } from "../http/mount.ts";
import { checkAudit, logging } from "./audit.ts";
import type { Context } from "./context.ts";

export const deletions: Handler<"deletions", Context> = async (_input, { db }) => ({
  deletion: await findDeletions(db),
});

export const signDeletions: Handler<"signDeletions", Context> = async (
  { audit },
  context,
  actor,
) => {
  const { db } = context;
  const act = claimedAct(audit);
  if (act?.kind !== "deletion") throw new Refusal("wrong-audit", "audit");
  const listed = await findDeletions(db);
  if (listed === null) throw new Refusal("not-found");
  const { insert, head } = await checkAudit(context, asMember(actor), audit, {
    kind: "deletion",
    ...listed,
  });
  await logging(() => db.batch([insert, ...deleteDeletions(db, listed)]));
  return { head };
};
