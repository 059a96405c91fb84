/**
 * Lane keys sealed to members: who may open which case. There is one `conversation` row of epoch 0 for every
 * recipient of every case, so that row is also the list of recipients and, read backwards, a member's inbox.
 * Invariant: whoever is let in later gets the keys of every epoch, and whoever goes loses all of them.
 */
import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { MemberWrap, Wrap } from "../contract/journal.ts";
import type { JournalLane } from "../domain/journal.ts";
import { bindable, type Database } from "./open.ts";
import { members, wraps } from "./schema.ts";

const COLUMNS = 7;
/** Of a statement that deletes wraps, besides whose. */
const OTHER_PARAMETERS = 2;

export interface LaneWrap extends MemberWrap {
  readonly lane: JournalLane;
}

/** The rows that make somebody a recipient. */
export function recipientRow(): SQL | undefined {
  return and(eq(wraps.lane, "conversation"), eq(wraps.epoch, 0));
}

export function insertWraps(
  db: Database,
  caseId: string,
  receivedDay: number,
  rows: readonly LaneWrap[],
) {
  return bindable(rows, COLUMNS).map((group) =>
    db.insert(wraps).values(
      group.map((row) => ({
        memberId: row.member,
        receivedDay,
        caseId,
        lane: row.lane,
        epoch: row.epoch,
        wrapKey: row.key,
        wrap: row.wrap,
      })),
    ),
  );
}

/** The wraps of a case that belong to these members, in both lanes and every epoch. */
export function deleteWraps(
  db: Database,
  caseId: string,
  receivedDay: number,
  memberIds: readonly string[],
) {
  return bindable(memberIds, 1, OTHER_PARAMETERS).map((group) =>
    db
      .delete(wraps)
      .where(
        and(
          inArray(wraps.memberId, group),
          eq(wraps.receivedDay, receivedDay),
          eq(wraps.caseId, caseId),
        ),
      ),
  );
}

/** Which keys of the case that member holds. */
export async function findWrapsOf(
  db: Database,
  caseId: string,
  receivedDay: number,
  memberId: string,
): Promise<readonly { readonly lane: JournalLane; readonly epoch: number }[]> {
  return db
    .select({ lane: wraps.lane, epoch: wraps.epoch })
    .from(wraps)
    .where(
      and(
        eq(wraps.memberId, memberId),
        eq(wraps.receivedDay, receivedDay),
        eq(wraps.caseId, caseId),
      ),
    );
}

export interface Recipient {
  readonly memberId: string;
  /** Null, or the first day on which they are no member. */
  readonly revokedDay: number | null;
}

/** The recipients of the case, former members too. */
export async function findRecipients(
  db: Database,
  caseId: string,
  receivedDay: number,
): Promise<readonly Recipient[]> {
  return (
    db
      .select({ memberId: members.memberId, revokedDay: members.revokedDay })
      .from(members)
      // CROSS JOIN holds SQLite to this order (optoverview.html, 7.2): members are few, and wraps are found by member.
      .crossJoin(wraps)
      .where(
        and(
          eq(wraps.memberId, members.memberId),
          eq(wraps.receivedDay, receivedDay),
          eq(wraps.caseId, caseId),
          recipientRow(),
        ),
      )
  );
}

/** The recipients of each of these cases, in one question however many they are. */
export async function findRecipientsOf(
  db: Database,
  held: readonly { readonly caseId: string; readonly receivedDay: number }[],
): Promise<readonly { readonly caseId: string; readonly memberId: string }[]> {
  const rows = held.map(({ caseId, receivedDay }) => [caseId, receivedDay]);
  // In this order, as above: each wrap is found by its whole key.
  return await db.all<{ caseId: string; memberId: string }>(sql`
    SELECT held.value ->> 0 AS caseId, members.member_id AS memberId
    FROM json_each(${JSON.stringify(rows)}) AS held CROSS JOIN members CROSS JOIN wraps
    WHERE wraps.member_id = members.member_id AND wraps.received_day = held.value ->> 1
      AND wraps.case_id = held.value ->> 0 AND ${recipientRow()}`);
}

export function asWrap(row: {
  lane: JournalLane;
  epoch: number;
  wrapKey: string;
  wrap: string;
}): Wrap {
  return { lane: row.lane, epoch: row.epoch, key: row.wrapKey, wrap: row.wrap };
}
