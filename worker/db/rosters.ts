/**
 * The organisation's signed statements, as published: the server hands them on and cannot make one.
 * Invariant: a published version is never changed, only followed by a higher one.
 */
import { desc, sql } from "drizzle-orm";
import type { PublishedRoster } from "../contract/roster.ts";
import type { Database } from "./open.ts";
import { packets, rosters } from "./schema.ts";

/** The number of the newest roster, or null before there is one. */
export async function newestVersion(db: Database): Promise<number | null> {
  const rows = await db
    .select({ version: rosters.version })
    .from(rosters)
    .orderBy(desc(rosters.version))
    .limit(1);
  return rows[0]?.version ?? null;
}

/** The newest roster's statement and its number, or null before there is one. */
export async function findNewestStatement(
  db: Database,
): Promise<{ readonly version: number; readonly statement: string } | null> {
  const rows = await db
    .select({ version: rosters.version, statement: rosters.statement })
    .from(rosters)
    .orderBy(desc(rosters.version))
    .limit(1);
  return rows[0] ?? null;
}

/** The newest roster with every member's newest key packet, or null before there is one. */
export async function findPublished(db: Database): Promise<PublishedRoster | null> {
  const [found, newest] = await db.batch([
    db.select().from(rosters).orderBy(desc(rosters.version)).limit(1),
    // SQLite takes the other columns from the row that holds the maximum (lang_select.html, "bare columns").
    db
      .select({
        member: packets.memberId,
        statement: packets.statement,
        signature: packets.signature,
        epoch: sql<number>`max(${packets.epoch})`.as("newest_epoch"),
      })
      .from(packets)
      .groupBy(packets.memberId),
  ]);
  const row = found[0];
  if (row === undefined) return null;
  return {
    delegation: { statement: row.delegationStatement, signature: row.delegationSignature },
    signer: row.signer,
    roster: { statement: row.statement, signature: row.signature },
    packets: newest.map(({ member, statement, signature }) => ({
      member,
      packet: { statement, signature },
    })),
  };
}
