/**
 * The organisation as it has signed itself: handed to clients as it is, and asked one thing at intake, to whom of a
 * desk reports may be sealed.
 */
import { ROSTER_PAGE_VERSIONS } from "../contract/limits.ts";
import { isAnyRetired } from "../db/key-epochs.ts";
import { findHistory, findPublished } from "../db/rosters.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";
import type { CheckedEnvelope } from "../domain/identity.ts";
import { custodiansAt, isActive, newestStanding } from "./standing.ts";

export const roster: Handler<"roster", Context> = async (_input, { db }) => {
  const published = await findPublished(db);
  if (published === null) throw new Refusal("intake-closed");
  return published;
};

/**
 * @throws Refusal `intake-closed` when no roster is in force, `unknown-desk` when it has no such desk,
 * `unknown-recipient` when somebody is no active reviewer there
 */
export async function checkDesk(
  context: Context,
  deskId: string,
  recipients: readonly string[],
): Promise<void> {
  const standing = await newestStanding(context);
  if (standing === null || standing.roster.expiresDay < context.today) {
    throw new Refusal("intake-closed");
  }
  const reviewers = standing.reviewers.get(deskId);
  if (reviewers === undefined) throw new Refusal("unknown-desk", "desk");
  const active = new Set(
    reviewers.filter((member) => isActive(member, context.today)).map(({ id }) => id),
  );
  if (!recipients.every((id) => active.has(id))) throw new Refusal("unknown-recipient", "wraps");
}

export const rosterHistory: Handler<"rosterHistory", Context> = async (
  { afterVersion },
  { db },
) => {
  const found = await findHistory(db, afterVersion);
  const rosters = found.slice(0, ROSTER_PAGE_VERSIONS);
  return { rosters, more: found.length > rosters.length };
};
/**
 * Nobody but an active custodian of the desk is handed a piece of the key to who somebody is.
 * @throws Refusal `unknown-recipient`
 */
export async function checkCustodians(
  context: Context,
  deskId: string,
  envelope: CheckedEnvelope | null,
): Promise<void> {
  if (envelope === null) return;
  const active = custodiansAt(await newestStanding(context), deskId, context.today);
  const retired = await isAnyRetired(context.db, envelope.shares);
  if (retired || !envelope.shares.every(({ member }) => active.has(member))) {
    throw new Refusal("unknown-recipient", "identity");
  }
}
