/**
 * Members' keys by epoch: their packets, their wraps under each, and the keys they have forgotten.
 * Invariant: a wrap moves from one of its own member's keys to another and in no other way, and a key is forgotten only
 * while no wrap is left under it.
 */
import { and, desc, eq, gt, or, sql, type SQL } from "drizzle-orm";
import { REWRAP_PAGE_WRAPS } from "../contract/limits.ts";
import type { OwnWrap, WrapAt } from "../contract/key-endpoints.ts";
import type { Signed } from "../contract/roster.ts";
import type { Database } from "./open.ts";
import { selectNewestVersion } from "./rosters.ts";
import { packets, retiredKeys, wraps } from "./schema.ts";

/**
 * Where something lies that only a member's X-Wing key opens: table, whose it is (a column or where to look it up),
 * the column of the key. A key is kept while anything is left under it in any of these.
 */
export const SEALED_TO_MEMBERS = [
  { table: "wraps", member: "member_id", key: "wrap_key" },
  { table: "recovery_shares", member: "member_id", key: "share_key" },
  { table: "feedback_wraps", member: "member_id", key: "wrap_key" },
  { table: "identity_shares", member: "member_id", key: "share_key" },
  { table: "release_requests", member: "member_id", key: "request_key" },
  {
    table: "release_decisions",
    member:
      "(SELECT requester FROM releases WHERE releases.release_id = release_decisions.release_id)",
    key: "share_key",
  },
] as const;

/** A member, and the id of their key that something was sealed to. */
export interface SealedTo {
  readonly member: string;
  readonly key: string;
}

export interface StoredPacket extends Signed {
  readonly epoch: number;
}

export async function findNewestPacket(
  db: Database,
  memberId: string,
): Promise<StoredPacket | null> {
  const rows = await db
    .select({
      epoch: packets.epoch,
      statement: packets.statement,
      signature: packets.signature,
    })
    .from(packets)
    .where(eq(packets.memberId, memberId))
    .orderBy(desc(packets.epoch))
    .limit(1);
  return rows[0] ?? null;
}

export function insertPacket(db: Database, memberId: string, packet: StoredPacket) {
  return db.insert(packets).values({ memberId, ...packet });
}

/** One more than a page, so that it shows whether there are others. */
export async function selectWrapsUnder(
  db: Database,
  memberId: string,
  key: string,
  after: WrapAt | null,
): Promise<OwnWrap[]> {
  const later =
    after === null
      ? undefined
      : or(
          gt(wraps.receivedDay, after.receivedDay),
          and(
            eq(wraps.receivedDay, after.receivedDay),
            sql`(${wraps.caseId}, ${wraps.lane}, ${wraps.epoch}) > (${after.case}, ${after.lane}, ${after.epoch})`,
          ),
        );
  return db
    .select({
      receivedDay: wraps.receivedDay,
      case: wraps.caseId,
      lane: wraps.lane,
      epoch: wraps.epoch,
      wrap: wraps.wrap,
    })
    .from(wraps)
    .where(and(eq(wraps.memberId, memberId), eq(wraps.wrapKey, key), later))
    .orderBy(wraps.receivedDay, wraps.caseId, wraps.lane, wraps.epoch)
    .limit(REWRAP_PAGE_WRAPS + 1);
}

/** What a page of theirs names and is under that key: nothing else is worth a shred key. */
export async function selectOwnAmong(
  db: Database,
  memberId: string,
  key: string,
  page: readonly OwnWrap[],
): Promise<OwnWrap[]> {
  const places = page.map((row, at) => ({ ...placeOf(row), at }));
  const rows = await db.all<{ at: number }>(sql`
    SELECT json_extract(given.value, '$.at') AS at
    FROM json_each(${JSON.stringify(places)}) AS given CROSS JOIN ${wraps}
    WHERE ${wraps}.member_id = ${memberId}
      AND ${wraps}.received_day = json_extract(given.value, '$.receivedDay')
      AND ${wraps}.case_id = json_extract(given.value, '$.case')
      AND ${wraps}.lane = json_extract(given.value, '$.lane')
      AND ${wraps}.epoch = json_extract(given.value, '$.epoch')
      AND ${wraps}.wrap_key = ${key}`);
  const own = new Set(rows.map(({ at }) => at));
  return page.filter((_row, at) => own.has(at));
}

function placeOf({ wrap: _wrap, ...place }: OwnWrap): WrapAt {
  return place;
}

/** All of a page in one statement: D1 counts statements, and binds a page as one text. Answers how many moved. */
export async function replaceWraps(
  db: Database,
  memberId: string,
  from: string,
  to: string,
  page: readonly OwnWrap[],
): Promise<number> {
  const { meta } = await db.run(sql`
    UPDATE ${wraps}
    SET wrap_key = ${to}, wrap = json_extract(given.value, '$.wrap')
    FROM json_each(${JSON.stringify(page)}) AS given
    WHERE ${wraps}.member_id = ${memberId}
      AND ${wraps}.received_day = json_extract(given.value, '$.receivedDay')
      AND ${wraps}.case_id = json_extract(given.value, '$.case')
      AND ${wraps}.lane = json_extract(given.value, '$.lane')
      AND ${wraps}.epoch = json_extract(given.value, '$.epoch')
      AND ${wraps}.wrap_key = ${from}`);
  return meta.changes;
}

/** For the guard of a save: nothing of theirs is left under that key. */
export function nothingLeftUnder(memberId: string, key: string): SQL {
  const left = SEALED_TO_MEMBERS.map(
    ({ table, member, key: column }) =>
      sql`NOT EXISTS (SELECT 1 FROM ${sql.identifier(table)}
        WHERE ${sql.raw(member)} = ${memberId} AND ${sql.identifier(column)} = ${key})`,
  );
  return sql.join(left, sql` AND `);
}

export async function isLeftUnder(db: Database, memberId: string, key: string): Promise<boolean> {
  const rows = await db.all<{ is_clear: number }>(
    sql`SELECT ${nothingLeftUnder(memberId, key)} AS is_clear`,
  );
  return rows[0]?.is_clear !== 1;
}

export function insertRetiredKey(db: Database, memberId: string, keyId: string) {
  return db.insert(retiredKeys).values({ memberId, keyId }).onConflictDoNothing();
}

/** Those of these keys that their owners have forgotten: what is sealed to one of them is open to nobody. */
function selectRetired(db: Database, given: readonly SealedTo[]) {
  const list = JSON.stringify(given.map(({ member, key }) => ({ member, key })));
  const { memberId, keyId } = retiredKeys;
  return db.select({ member: memberId, key: keyId }).from(retiredKeys).where(sql`
    (${memberId}, ${keyId}) IN (
      SELECT json_extract(value, '$.member'), json_extract(value, '$.key') FROM json_each(${list}))`);
}

export async function isAnyRetired(db: Database, given: readonly SealedTo[]): Promise<boolean> {
  return (await selectRetired(db, given)).length > 0;
}

/** The newest roster's number, null before there is one, and the forgotten ones of these keys: one question for intake. */
export async function findNewestAndRetired(
  db: Database,
  given: readonly SealedTo[],
): Promise<{ readonly version: number | null; readonly retired: readonly SealedTo[] }> {
  const [newest, retired] = await db.batch([selectNewestVersion(db), selectRetired(db, given)]);
  return { version: newest[0]?.version ?? null, retired };
}
