/**
 * The organisation as it has signed itself: handed to clients as it is, and asked one thing at intake, to whom of a
 * desk reports may be sealed.
 */
import { ROSTER_PAGE_VERSIONS } from "../contract/limits.ts";
import { findNewestAndRetired, isAnyRetired, type SealedTo } from "../db/key-epochs.ts";
import { findHistory, findPublished } from "../db/rosters.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";
import type { CheckedEnvelope } from "../domain/identity.ts";
import { custodiansAt, isActive, newestStanding, standingOf } from "./standing.ts";

export const roster: Handler<"roster", Context> = async (_input, { db }) => {
  const published = await findPublished(db);
  if (published === null) throw new Refusal("intake-closed");
  return published;
};

/**
 * Is a report sealed to those of its desk to whom it may be, by keys they still have, and its envelope too?
 * @throws Refusal `intake-closed` when no roster is in force, `unknown-desk` when it has no such desk,
 * `unknown-recipient` when somebody is no active reviewer or custodian there, or has forgotten that key
 */
export async function checkSealedTo(
  { db, today }: Pick<Context, "db" | "today">,
  deskId: string,
  recipients: readonly SealedTo[],
  envelope: CheckedEnvelope | null,
): Promise<void> {
  const shares = envelope?.shares ?? [];
  const { version, retired } = await findNewestAndRetired(db, [...recipients, ...shares]);
  const standing = await standingOf(db, version);
  if (standing === null || standing.roster.expiresDay < today) throw new Refusal("intake-closed");
  const reviewers = standing.reviewers.get(deskId);
  if (reviewers === undefined) throw new Refusal("unknown-desk", "desk");
  const reading = new Set(
    reviewers.filter((member) => isActive(member, today)).map(({ id }) => id),
  );
  const keeping = custodiansAt(standing, deskId, today);
  const isKept = ({ member, key }: SealedTo): boolean =>
    !retired.some((forgotten) => forgotten.member === member && forgotten.key === key);
  const fits = (given: readonly SealedTo[], active: ReadonlySet<string>): boolean =>
    given.every((sealedTo) => active.has(sealedTo.member) && isKept(sealedTo));
  if (!fits(recipients, reading)) throw new Refusal("unknown-recipient", "wraps");
  if (!fits(shares, keeping)) throw new Refusal("unknown-recipient", "identity");
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
