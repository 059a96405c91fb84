/**
 * Cases: the plain routing and clock columns, the heads of the lanes, and the sealed card.
 * Invariant: a case row moves only together with the entry that moves it, and only from the state that was
 * judged: a batch that was overtaken fails whole.
 */
import { and, eq, exists, sql } from "drizzle-orm";
import type { CasePlain, SealedCard, Wrap } from "../contract/journal.ts";
import { nextDueDay } from "../domain/clocks.ts";
import type { CheckedEnvelope } from "../domain/identity.ts";
import type { CheckedEntry, JournalLane, Lanes, LaneState } from "../domain/journal.ts";
import type { MarkedDays } from "../domain/lifecycle.ts";
import type { Spent } from "../domain/proof.ts";
import type { insertAudit } from "./audit.ts";
import { deleteOtherMarks } from "./due.ts";
import { insertEntry } from "./entries.ts";
import { forgetEnvelopes, insertEnvelope } from "./identity.ts";
import type { Database } from "./open.ts";
import { alertReaders } from "./outbox.ts";
import { isNotPurged, purgedNotBefore, purgedOnceRead } from "./purges.ts";
import { deleteReporterWraps, insertReporterWrap } from "./reporters.ts";
import { insertRelease, type NewRelease } from "./releases.ts";
import { cases, reporters, spent, wraps } from "./schema.ts";
import { deleteWraps, insertWraps, recipientRow, type LaneWrap } from "./wraps.ts";

export type CaseRow = typeof cases.$inferSelect;

export interface NewCase {
  readonly caseId: string;
  /** Digest of everything that was submitted but the proof: how a repeated submission is recognised. */
  readonly submissionHash: string;
  readonly deskId: string;
  readonly urgent: boolean;
  readonly receivedDay: number;
  readonly card: SealedCard;
  readonly entry: CheckedEntry;
  readonly reporter: {
    readonly locatorHash: string;
    readonly signInKey: string;
    readonly wrapKey: string;
    readonly wrap: string;
  };
  readonly wraps: readonly LaneWrap[];
  /** Null where nobody holds a piece of its key. */
  readonly envelope: CheckedEnvelope | null;
  readonly spent: Spent;
}

/** One batch; throws what D1 throws, see `violationOf`. The case comes first, so a repeat is known as one. */
export async function insertCase(db: Database, submission: NewCase): Promise<void> {
  const { caseId, receivedDay, entry } = submission;
  await db.batch([
    db.insert(cases).values({
      caseId,
      submissionHash: submission.submissionHash,
      deskId: submission.deskId,
      urgent: submission.urgent,
      receivedDay,
      // Its due day follows with the first act or in the first night: in the index it would be a row more.
      nextDueDay: null,
      conversationSeq: entry.seq,
      conversationHead: entry.hash,
      conversationEpoch: entry.epoch,
      internalSeq: 0,
      internalHead: entry.prev,
      internalEpoch: 0,
      cardLane: entry.lane,
      cardEpoch: entry.epoch,
      cardHeader: submission.card.header,
      cardBody: submission.card.body,
    }),
    db.insert(spent).values(submission.spent),
    db.insert(reporters).values({ caseId, ...submission.reporter }),
    insertEntry(db, caseId, entry),
    ...insertWraps(db, caseId, receivedDay, submission.wraps),
    ...insertEnvelope(db, caseId, entry.seq, submission.envelope),
    ...alertReaders(db, submission),
  ]);
}

export async function findCase(db: Database, caseId: string): Promise<CaseRow | null> {
  const rows = await db.select().from(cases).where(eq(cases.caseId, caseId));
  return rows[0] ?? null;
}

/** The case, if that member is one of its recipients. */
export function selectForMember(db: Database, caseId: string, memberId: string) {
  return db
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.caseId, caseId),
        exists(
          db
            .select({ one: sql`1` })
            .from(wraps)
            .where(
              and(
                eq(wraps.memberId, memberId),
                eq(wraps.receivedDay, cases.receivedDay),
                eq(wraps.caseId, cases.caseId),
                recipientRow(),
              ),
            ),
        ),
      ),
    );
}

export async function findCaseForMember(
  db: Database,
  caseId: string,
  memberId: string,
): Promise<CaseRow | null> {
  const rows = await selectForMember(db, caseId, memberId);
  return rows[0] ?? null;
}

/** A lane as it was judged and as it shall be; unchanged when only its standing still matters. */
export interface LaneStep {
  readonly before: LaneState;
  readonly after: LaneState;
}

export interface Append {
  readonly caseId: string;
  readonly receivedDay: number;
  readonly conversation: LaneStep;
  /** Null for a reporter, whose writing neither waits for the internal lane nor tells that it moved. */
  readonly internal: LaneStep | null;
  /** The days to set; those left out stay. */
  readonly days: Partial<MarkedDays & Pick<CaseRow, "purgeDay" | "holdReviewDay">>;
  readonly entries: readonly CheckedEntry[];
  readonly wraps: readonly LaneWrap[];
  /** Who loses every wrap of the case with this append: before its own wraps are written. */
  readonly ended: readonly string[];
  /** The conversation's new key for the reporter, if a new epoch began and the code still works. */
  readonly reporterWrap: Wrap | null;
  /** Null leaves the card as it is. */
  readonly card: (SealedCard & { readonly lane: JournalLane; readonly epoch: number }) | null;
  /** The proof of work that pays for it; null for members, who are known. */
  readonly spent: Spent | null;
  /** Whose code ends with this append, or null. */
  readonly endsReporter: {
    readonly locatorHash: string;
    /** When the case is then deleted, if anybody has read it. */
    readonly purgeDay: number;
  } | null;
  /** The day until which the case is kept with what this adds, if it has a day at all; null where that follows from `days`. */
  readonly keptUntil: number | null;
  /** What comes with a reporter's entry: an envelope to keep, and whether those before it are forgotten. */
  readonly identity: {
    readonly envelope: CheckedEnvelope | null;
    readonly before: "kept" | "forgotten";
  } | null;
  /** A request to custodians, or null. */
  readonly release: NewRelease | null;
  /** What the audit log says of it, in the log's order. */
  readonly logged: readonly ReturnType<typeof insertAudit>[];
}

/**
 * One batch; throws what D1 throws: a `unique` violation of `spent` says that its proof was used, any other and a
 * `not-null` one that it was overtaken, which comes first, so that a repeat is known as one.
 */
export async function appendToJournal(db: Database, append: Append): Promise<void> {
  const { conversation, internal, days, card, endsReporter, keptUntil } = append;
  const unmoved = and(
    isNotPurged(append.caseId),
    eq(cases.conversationSeq, conversation.before.seq),
    internal === null ? undefined : eq(cases.internalSeq, internal.before.seq),
  );
  const [first, ...rest] = [
    ...append.logged,
    db
      .update(cases)
      .set({
        // Where the lanes have moved on there is no number to set, and NOT NULL fails the whole batch.
        // A guard in WHERE would only skip this one statement and let the entries in.
        conversationSeq: sql`CASE WHEN ${unmoved} THEN ${conversation.after.seq} END`,
        conversationHead: conversation.after.head,
        conversationEpoch: conversation.after.epoch,
        ...(internal !== null && {
          internalSeq: internal.after.seq,
          internalHead: internal.after.head,
          internalEpoch: internal.after.epoch,
        }),
        ...days,
        ...(keptUntil !== null && { purgeDay: purgedNotBefore(keptUntil) }),
        ...(endsReporter !== null && { purgeDay: purgedOnceRead(endsReporter.purgeDay) }),
        ...(card !== null && {
          cardLane: card.lane,
          cardEpoch: card.epoch,
          cardHeader: card.header,
          cardBody: card.body,
        }),
      })
      .where(eq(cases.caseId, append.caseId)),
    ...(days.nextDueDay === undefined
      ? []
      : [deleteOtherMarks(db, append.caseId, days.nextDueDay)]),
    ...(append.spent === null ? [] : [db.insert(spent).values(append.spent)]),
    ...append.entries.map((entry) => insertEntry(db, append.caseId, entry)),
    ...deleteWraps(db, append.caseId, append.receivedDay, append.ended),
    ...insertWraps(db, append.caseId, append.receivedDay, append.wraps),
    ...(append.reporterWrap === null
      ? []
      : [insertReporterWrap(db, append.caseId, append.reporterWrap)]),
    ...(endsReporter === null
      ? []
      : [
          db.delete(reporters).where(eq(reporters.locatorHash, endsReporter.locatorHash)),
          deleteReporterWraps(db, append.caseId),
        ]),
    ...identityStatements(db, append),
    ...insertRelease(db, append.caseId, append.release),
  ];
  if (first !== undefined) await db.batch([first, ...rest]);
}

function identityStatements(db: Database, { caseId, conversation, identity }: Append) {
  if (identity === null) return [];
  const { seq } = conversation.after;
  return [
    ...(identity.before === "forgotten" ? forgetEnvelopes(db, caseId, seq) : []),
    ...insertEnvelope(db, caseId, seq, identity.envelope),
  ];
}

export function lanesOf(row: CaseRow): Lanes {
  return {
    conversation: {
      seq: row.conversationSeq,
      head: row.conversationHead,
      epoch: row.conversationEpoch,
    },
    internal: { seq: row.internalSeq, head: row.internalHead, epoch: row.internalEpoch },
  };
}

/** The plain columns its recipients see. */
export function plainOf(row: CaseRow): CasePlain {
  return {
    case: row.caseId,
    desk: row.deskId,
    urgent: row.urgent,
    receivedDay: row.receivedDay,
    acknowledgedDay: row.acknowledgedDay,
    feedbackDay: row.feedbackDay,
    feedbackExtendedDay: row.feedbackExtendedDay,
    closedDay: row.closedDay,
    reopenedDay: row.reopenedDay,
    challengedDay: row.challengedDay,
    challengeDecidedDay: row.challengeDecidedDay,
    withdrawnDay: row.withdrawnDay,
    purgeDay: row.purgeDay,
    holdReviewDay: row.holdReviewDay,
    nextDueDay: nextDueDay(row),
    conversationSeq: row.conversationSeq,
    internalSeq: row.internalSeq,
  };
}
