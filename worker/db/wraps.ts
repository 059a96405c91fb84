/**
 * Lane keys sealed to members: who may open which case. There is one `conversation` row of epoch 0 for every
 * recipient of every case, so that row is also the list of recipients and, read backwards, a member's inbox.
 */
import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { MemberWrap, Wrap } from "../contract/journal.ts";
import type { JournalLane } from "../domain/journal.ts";
import { bindable, type Database } from "./open.ts";
import { wraps } from "./schema.ts";

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

/** Which of these members are recipients of the case. At most APPEND_WRAPS members. */
export async function recipientsAmong(
  db: Database,
  caseId: string,
  receivedDay: number,
  members: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .select({ memberId: wraps.memberId })
    .from(wraps)
    .where(
      and(
        inArray(wraps.memberId, [...members]),
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
