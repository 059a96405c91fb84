/**
 * The organisation as it has signed itself: handed to clients as it is, and read here for one thing only,
 * which desks there are and until when reports may be sealed to them.
 */
import * as z from "zod/mini";
import { fromBase64Url } from "../contract/bytes.ts";
import { Roster } from "../contract/roster.ts";
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
  readonly desks: ReadonlySet<string>;
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
  const { desks, expiresDay } = z.parse(Roster, JSON.parse(json));
  parsed = { version: newest.version, expiresDay, desks: new Set(desks.map((desk) => desk.id)) };
  return parsed;
}

/** @throws Refusal `intake-closed` when no roster is in force, `unknown-desk` when it has no such desk */
export async function checkDesk(context: Context, deskId: string): Promise<void> {
  const standing = await newestStanding(context);
  if (standing === null || standing.expiresDay < context.today) throw new Refusal("intake-closed");
  if (!standing.desks.has(deskId)) throw new Refusal("unknown-desk", "desk");
}
