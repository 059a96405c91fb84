/**
 * The organisation's signed statements, as published: the server hands them on and cannot make one.
 * Invariant: a published version is never changed, only followed by a higher one.
 */
import { asc, desc, eq, gt, sql } from "drizzle-orm";
import * as z from "zod/mini";
import { ROSTER_PAGE_VERSIONS } from "../contract/limits.ts";
import { fromBase64Url } from "../contract/bytes.ts";
import { Roster, type FormerRoster, type PublishedRoster } from "../contract/roster.ts";
import type { insertAudit } from "./audit.ts";
import { leavesAtMost, type Change } from "./holdings.ts";
import { forgetNotifications } from "./notifications.ts";
import type { Database } from "./open.ts";
import { invitations, members, packets, rosters } from "./schema.ts";

export type RosterRow = typeof rosters.$inferSelect;

export function selectNewestVersion(db: Database) {
  return db
    .select({ version: rosters.version })
    .from(rosters)
    .orderBy(desc(rosters.version))
    .limit(1);
}

/** The number of the newest roster, or null before there is one. */
export async function newestVersion(db: Database): Promise<number | null> {
  return (await selectNewestVersion(db))[0]?.version ?? null;
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

/** The newest roster as it is stored, or null before there is one. */
export async function findNewestRoster(db: Database): Promise<RosterRow | null> {
  const rows = await db.select().from(rosters).orderBy(desc(rosters.version)).limit(1);
  return rows[0] ?? null;
}

/** The newest list, parsed; null before there is one. @throws when what is stored is no list */
export async function readNewestRoster(
  db: Database,
): Promise<{ readonly version: number; readonly roster: Roster } | null> {
  const newest = await findNewestStatement(db);
  if (newest === null) return null;
  const json = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
    fromBase64Url(newest.statement),
  );
  return { version: newest.version, roster: z.parse(Roster, JSON.parse(json)) };
}

/** Members with a key packet of any epoch. */
export async function selectSealable(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.selectDistinct({ id: packets.memberId }).from(packets);
  return new Set(rows.map(({ id }) => id));
}

export interface Publication {
  readonly roster: RosterRow;
  /** Who is a member from now on, with their first packet. */
  readonly joined: {
    readonly member: typeof members.$inferInsert;
    readonly packet: typeof packets.$inferInsert;
    /** The invitation that has served its purpose. */
    readonly locatorHash: string;
  } | null;
  /**
   * Whoever this roster revokes and the one before did not. Their sessions stay, as long as others do: they are refused by
   * that day, and what is still tried with them is noted.
   */
  readonly revoked: readonly { readonly memberId: string; readonly day: number }[];
  readonly readers: Change;
  /** How many cases may be left with nobody by it. */
  readonly unreadable: number;
  readonly today: number;
}

/**
 * With the entry of the audit log that tells of it. @throws when another roster of that number, or another member of
 * that handle, was quicker; a `not-null` violation says that more cases would be left with nobody than were agreed to.
 */
export async function insertRoster(
  db: Database,
  publication: Publication,
  entry: ReturnType<typeof insertAudit>,
): Promise<void> {
  const { roster, joined, revoked, readers, unreadable, today } = publication;
  const agreed = leavesAtMost(unreadable, readers, today);
  const joining =
    joined === null
      ? []
      : [
          db.insert(members).values(joined.member),
          db.insert(packets).values(joined.packet),
          db.delete(invitations).where(eq(invitations.locatorHash, joined.locatorHash)),
        ];
  await db.batch([
    entry,
    // A guard in WHERE would only skip this one statement and let the rest of the batch in.
    db
      .insert(rosters)
      .values({ ...roster, signer: sql`CASE WHEN ${agreed} THEN ${roster.signer} END` }),
    ...joining,
    ...revoked.map(({ memberId, day }) =>
      db.update(members).set({ revokedDay: day }).where(eq(members.memberId, memberId)),
    ),
    ...(revoked.length === 0 ? [] : forgetNotifications(db, today)),
  ]);
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

/** The versions after that one, oldest first; one more than a page, to know whether there is another. */
export async function findHistory(db: Database, afterVersion: number): Promise<FormerRoster[]> {
  const rows = await db
    .select()
    .from(rosters)
    .where(gt(rosters.version, afterVersion))
    .orderBy(asc(rosters.version))
    .limit(ROSTER_PAGE_VERSIONS + 1);
  return rows.map((row) => ({
    delegation: { statement: row.delegationStatement, signature: row.delegationSignature },
    signer: row.signer,
    roster: { statement: row.statement, signature: row.signature },
  }));
}
