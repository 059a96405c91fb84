/**
 * What is sealed to one member besides wraps, by which of their keys: pieces of identities' keys they keep, requests they
 * are asked, pieces they were given, shares of colleagues' recoveries, keys of feedback. Invariant: each moves from one of its own member's keys to another, and in no other way.
 */
import { and, eq, sql } from "drizzle-orm";
import { MOVED_PIECES } from "../contract/limits.ts";
import type { OwnPiece } from "../contract/release.ts";
import type { Database } from "./open.ts";
import {
  feedbackWraps,
  identityEnvelopes,
  identityShares,
  recoverySetUps,
  recoveryShares,
  releaseDecisions,
  releaseRequests,
  releases,
} from "./schema.ts";

export async function selectPiecesUnder(
  db: Database,
  memberId: string,
  key: string,
): Promise<OwnPiece[]> {
  const [shares, requests, released, recovery, feedback] = await db.batch([
    db
      .select({
        case: identityShares.caseId,
        seq: identityShares.seq,
        header: identityEnvelopes.header,
        sealed: identityShares.share,
      })
      .from(identityShares)
      .innerJoin(
        identityEnvelopes,
        and(
          eq(identityEnvelopes.caseId, identityShares.caseId),
          eq(identityEnvelopes.seq, identityShares.seq),
        ),
      )
      .where(and(eq(identityShares.memberId, memberId), eq(identityShares.shareKey, key)))
      .limit(MOVED_PIECES),
    db
      .select({
        case: releases.caseId,
        release: releaseRequests.releaseId,
        sealed: releaseRequests.request,
      })
      .from(releaseRequests)
      .innerJoin(releases, eq(releases.releaseId, releaseRequests.releaseId))
      .where(and(eq(releaseRequests.memberId, memberId), eq(releaseRequests.requestKey, key)))
      .limit(MOVED_PIECES),
    db
      .select({
        case: releases.caseId,
        release: releases.releaseId,
        custodian: releaseDecisions.memberId,
        header: identityEnvelopes.header,
        sealed: sql<string>`${releaseDecisions.share}`,
      })
      .from(releases)
      .innerJoin(releaseDecisions, eq(releaseDecisions.releaseId, releases.releaseId))
      .innerJoin(
        identityEnvelopes,
        and(
          eq(identityEnvelopes.caseId, releases.caseId),
          eq(identityEnvelopes.seq, releases.envelopeSeq),
        ),
      )
      .where(and(eq(releases.requester, memberId), eq(releaseDecisions.shareKey, key)))
      .limit(MOVED_PIECES),
    db
      .select({
        owner: recoveryShares.owner,
        setUp: recoverySetUps.setUpId,
        sealed: recoveryShares.share,
      })
      .from(recoveryShares)
      .innerJoin(recoverySetUps, eq(recoverySetUps.owner, recoveryShares.owner))
      .where(and(eq(recoveryShares.memberId, memberId), eq(recoveryShares.shareKey, key)))
      .limit(MOVED_PIECES),
    db
      .select({ feedback: feedbackWraps.feedbackId, sealed: feedbackWraps.wrap })
      .from(feedbackWraps)
      .where(and(eq(feedbackWraps.memberId, memberId), eq(feedbackWraps.wrapKey, key)))
      .limit(MOVED_PIECES),
  ]);
  return [
    ...shares.map((row) => ({ kind: "share" as const, ...row })),
    ...requests.map((row) => ({ kind: "request" as const, ...row })),
    ...released.map((row) => ({ kind: "released" as const, ...row })),
    ...recovery.map((row) => ({ kind: "recovery-share" as const, ...row })),
    ...feedback.map((row) => ({ kind: "feedback" as const, ...row })),
  ];
}

function movePiece(db: Database, memberId: string, from: string, to: string, piece: OwnPiece) {
  switch (piece.kind) {
    case "share":
      return db
        .update(identityShares)
        .set({ shareKey: to, share: piece.sealed })
        .where(
          and(
            eq(identityShares.caseId, piece.case),
            eq(identityShares.seq, piece.seq),
            eq(identityShares.memberId, memberId),
            eq(identityShares.shareKey, from),
          ),
        );
    case "request":
      return db
        .update(releaseRequests)
        .set({ requestKey: to, request: piece.sealed })
        .where(
          and(
            eq(releaseRequests.memberId, memberId),
            eq(releaseRequests.releaseId, piece.release),
            eq(releaseRequests.requestKey, from),
            // Of that case: what lies there is under that case's shred key.
            sql`EXISTS (SELECT 1 FROM ${releases} WHERE ${releases.releaseId} = ${piece.release}
              AND ${releases.caseId} = ${piece.case})`,
          ),
        );
    case "released":
      return db
        .update(releaseDecisions)
        .set({ shareKey: to, share: piece.sealed })
        .where(
          and(
            eq(releaseDecisions.releaseId, piece.release),
            eq(releaseDecisions.memberId, piece.custodian),
            eq(releaseDecisions.shareKey, from),
            // Given out to nobody but this member.
            sql`EXISTS (SELECT 1 FROM ${releases} WHERE ${releases.releaseId} = ${piece.release}
              AND ${releases.requester} = ${memberId} AND ${releases.caseId} = ${piece.case})`,
          ),
        );
    case "feedback":
      return db
        .update(feedbackWraps)
        .set({ wrapKey: to, wrap: piece.sealed })
        .where(
          and(
            eq(feedbackWraps.memberId, memberId),
            eq(feedbackWraps.feedbackId, piece.feedback),
            eq(feedbackWraps.wrapKey, from),
          ),
        );
    case "recovery-share":
      return db
        .update(recoveryShares)
        .set({ shareKey: to, share: piece.sealed })
        .where(
          and(
            eq(recoveryShares.memberId, memberId),
            eq(recoveryShares.owner, piece.owner),
            eq(recoveryShares.shareKey, from),
            // Of this set-up: another, made meanwhile, has its own.
            sql`EXISTS (SELECT 1 FROM ${recoverySetUps} WHERE ${recoverySetUps.owner} = ${piece.owner}
              AND ${recoverySetUps.setUpId} = ${piece.setUp})`,
          ),
        );
  }
}

/** All of them or none. */
export async function movePieces(
  db: Database,
  memberId: string,
  from: string,
  to: string,
  pieces: readonly OwnPiece[],
): Promise<void> {
  const [first, ...rest] = pieces.map((piece) => movePiece(db, memberId, from, to, piece));
  if (first !== undefined) await db.batch([first, ...rest]);
}
