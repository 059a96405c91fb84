/**
 * Lane keys sealed to members: who may open which case. There is one `conversation` row of epoch 0 for every
 * recipient of every case, so that row is also the list of recipients and, read backwards, a member's inbox.
 */
import { and, eq, type SQL } from "drizzle-orm";
import type { MemberWrap, Wrap } from "../contract/journal.ts";
import type { JournalLane } from "../domain/journal.ts";
import { inForce } from "./members.ts";
import { bindable, type Database } from "./open.ts";
import { members, wraps } from "./schema.ts";

const COLUMNS = 7;

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

/** The recipients of the case who are still members by `today`. */
export async function activeRecipients(
  db: Database,
  caseId: string,
  receivedDay: number,
  today: number,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ memberId: members.memberId })
    .from(members)
    // CROSS JOIN holds SQLite to this order (optoverview.html, 7.2): members are few, and wraps are found by member.
    .crossJoin(wraps)
    .where(
      and(
        inForce(today),
        eq(wraps.memberId, members.memberId),
        eq(wraps.receivedDay, receivedDay),
        eq(wraps.caseId, caseId),
        recipientRow(),
      ),
    );
  return new Set(rows.map((row) => row.memberId));
}

export function asWrap(row: {
  lane: JournalLane;
  epoch: number;
  wrapKey: string;
  wrap: string;
}): Wrap {
  return { lane: row.lane, epoch: row.epoch, key: row.wrapKey, wrap: row.wrap };
}
