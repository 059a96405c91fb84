/** Feedback after reports: what coordinators can open, and nothing that says of which report or day it is. */
import { and, eq, gt, lt, sql } from "drizzle-orm";
import type { FeedbackWrap, KeptFeedback } from "../contract/feedback.ts";
import { FEEDBACK_PAGE } from "../contract/limits.ts";
import type { Spent } from "../domain/proof.ts";
import { bindable, type Database } from "./open.ts";
import { feedback, feedbackWraps, spent } from "./schema.ts";

export type FeedbackRow = typeof feedback.$inferSelect;

const WRAP_COLUMNS = 4;

/** One batch; throws what D1 throws, see `violationOf`. The feedback comes first, so a repeat is known as one. */
export async function insertFeedback(
  db: Database,
  row: FeedbackRow,
  wraps: readonly FeedbackWrap[],
  paid: Spent,
): Promise<void> {
  const { feedbackId } = row;
  const rows = wraps.map(({ member, key, wrap }) => ({
    memberId: member,
    feedbackId,
    wrapKey: key,
    wrap,
  }));
  await db.batch([
    db.insert(feedback).values(row),
    db.insert(spent).values(paid),
    ...bindable(rows, WRAP_COLUMNS).map((group) => db.insert(feedbackWraps).values(group)),
  ]);
}

export async function findFeedback(db: Database, feedbackId: string): Promise<FeedbackRow | null> {
  const rows = await db.select().from(feedback).where(eq(feedback.feedbackId, feedbackId));
  return rows[0] ?? null;
}

/** One more than a page, so that it shows whether there are others. */
export async function selectFeedback(
  db: Database,
  memberId: string,
  after: string | null,
): Promise<KeptFeedback[]> {
  return db
    .select({
      feedback: feedback.feedbackId,
      receivedMonth: feedback.receivedMonth,
      header: feedback.header,
      body: feedback.body,
      key: feedbackWraps.wrapKey,
      wrap: feedbackWraps.wrap,
    })
    .from(feedbackWraps)
    .innerJoin(feedback, eq(feedback.feedbackId, feedbackWraps.feedbackId))
    .where(
      and(
        eq(feedbackWraps.memberId, memberId),
        after === null ? undefined : gt(feedbackWraps.feedbackId, after),
      ),
    )
    .orderBy(feedbackWraps.feedbackId)
    .limit(FEEDBACK_PAGE + 1);
}

export async function deleteFeedbackBefore(db: Database, day: number): Promise<void> {
  await db.batch([
    db.delete(feedbackWraps).where(
      sql`${feedbackWraps.feedbackId} IN (
        SELECT feedback_id FROM feedback WHERE received_month < ${day}
      )`,
    ),
    db.delete(feedback).where(lt(feedback.receivedMonth, day)),
  ]);
}
