/**
 * The organisation as it has signed itself: handed to clients as it is, and read here for one thing only,
 * which desks there are, to whom of each reports may be sealed, and until when.
 */
import * as z from "zod/mini";
import { fromBase64Url } from "../contract/bytes.ts";
import { Roster, type Member } from "../contract/roster.ts";
import { findNewestStatement, findPublished, newestVersion } from "../db/rosters.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";

export const roster: Handler<"roster", Context> = async (_input, { db }) => {
  const published = await findPublished(db);
  if (published === null) throw new Refusal("intake-closed");
  return published;
};

interface Standing {
  readonly version: number;
  readonly expiresDay: number;
  /** The reviewers of each desk, by its id. */
  readonly desks: ReadonlyMap<string, readonly Member[]>;
}

/** The newest roster this isolate has parsed. A published version never changes, so its number is enough. */
let parsed: Standing | null = null;

async function newestStanding(context: Context): Promise<Standing | null> {
  const version = await newestVersion(context.db);
  if (version === null) return null;
  if (parsed?.version === version) return parsed;
  const newest = await findNewestStatement(context.db);
  if (newest === null) return null;
  const json = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
    fromBase64Url(newest.statement),
  );
  const { desks, expiresDay, members } = z.parse(Roster, JSON.parse(json));
  const reviewers = members.filter((member) => member.roles.includes("reviewer"));
  parsed = {
    version: newest.version,
    expiresDay,
    desks: new Map(
      desks.map((desk) => [desk.id, reviewers.filter(({ id }) => desk.members.includes(id))]),
    ),
  };
  return parsed;
}

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
  if (standing === null || standing.expiresDay < context.today) throw new Refusal("intake-closed");
  const reviewers = standing.desks.get(deskId);
  if (reviewers === undefined) throw new Refusal("unknown-desk", "desk");
  const active = new Set(
    reviewers
      .filter(({ revokedDay }) => revokedDay === undefined || revokedDay > context.today)
      .map(({ id }) => id),
  );
  if (!recipients.every((id) => active.has(id))) throw new Refusal("unknown-recipient", "wraps");
}
