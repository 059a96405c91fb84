/**
 * Requests to open who a reporter is, custodians' signed decisions, and the pieces given out to whoever asked.
 * Invariant: a request without its envelope is asked of nobody; a decision, once made, stays as it was made.
 */
import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import { DECISIONS_SHOWN, REQUESTS_SHOWN } from "../contract/limits.ts";
import type { ReleasedShare, SealedRequest } from "../contract/release.ts";
import type { Signed } from "../contract/roster.ts";
import { bindable, type Database } from "./open.ts";
import {
  cases,
  identityEnvelopes,
  identityShares,
  releaseDecisions,
  releaseRequests,
  releases,
} from "./schema.ts";

const REQUEST_COLUMNS = 4;

export interface NewRelease {
  readonly id: string;
  readonly envelopeSeq: number;
  readonly requester: string;
  readonly askedDay: number;
  readonly requests: readonly SealedRequest[];
}

export function insertRelease(db: Database, caseId: string, release: NewRelease | null) {
  if (release === null) return [];
  const { id, envelopeSeq, requester, askedDay, requests } = release;
  return [
    db.insert(releases).values({ releaseId: id, caseId, envelopeSeq, requester, askedDay }),
    ...bindable(requests, REQUEST_COLUMNS).map((group) =>
      db.insert(releaseRequests).values(
        group.map(({ member, key, sealed }) => ({
          memberId: member,
          releaseId: id,
          requestKey: key,
          request: sealed,
        })),
      ),
    ),
  ];
}

/** The custodians who hold a piece of that envelope. */
export async function holdersOf(
  db: Database,
  caseId: string,
  seq: number,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ memberId: identityShares.memberId })
    .from(identityShares)
    .where(and(eq(identityShares.caseId, caseId), eq(identityShares.seq, seq)));
  return new Set(rows.map(({ memberId }) => memberId));
}

/** Everything one custodian is asked of, with their own piece of each envelope; taken back is not asked. */
export async function selectRequests(db: Database, memberId: string) {
  return await db
    .select({
      release: releases.releaseId,
      case: releases.caseId,
      receivedDay: cases.receivedDay,
      desk: cases.deskId,
      requester: releases.requester,
      day: releases.askedDay,
      sealedKey: releaseRequests.requestKey,
      sealed: releaseRequests.request,
      header: identityEnvelopes.header,
      shareKey: identityShares.shareKey,
      share: identityShares.share,
      statement: releaseDecisions.statement,
      signature: releaseDecisions.signature,
    })
    .from(releaseRequests)
    .innerJoin(releases, eq(releases.releaseId, releaseRequests.releaseId))
    .innerJoin(cases, eq(cases.caseId, releases.caseId))
    .innerJoin(
      identityEnvelopes,
      and(
        eq(identityEnvelopes.caseId, releases.caseId),
        eq(identityEnvelopes.seq, releases.envelopeSeq),
      ),
    )
    .innerJoin(
      identityShares,
      and(
        eq(identityShares.caseId, releases.caseId),
        eq(identityShares.seq, releases.envelopeSeq),
        eq(identityShares.memberId, memberId),
      ),
    )
    .leftJoin(
      releaseDecisions,
      and(
        eq(releaseDecisions.releaseId, releases.releaseId),
        eq(releaseDecisions.memberId, memberId),
      ),
    )
    .where(eq(releaseRequests.memberId, memberId))
    .orderBy(desc(releases.askedDay), asc(releases.releaseId))
    .limit(REQUESTS_SHOWN);
}

/** One request as one custodian is asked it, or null when they are not. */
export async function findRequest(db: Database, releaseId: string, memberId: string) {
  const rows = await db
    .select({
      case: releases.caseId,
      receivedDay: cases.receivedDay,
      desk: cases.deskId,
      requester: releases.requester,
    })
    .from(releaseRequests)
    .innerJoin(releases, eq(releases.releaseId, releaseRequests.releaseId))
    .innerJoin(cases, eq(cases.caseId, releases.caseId))
    .innerJoin(
      identityShares,
      and(
        eq(identityShares.caseId, releases.caseId),
        eq(identityShares.seq, releases.envelopeSeq),
        eq(identityShares.memberId, memberId),
      ),
    )
    .where(and(eq(releaseRequests.memberId, memberId), eq(releaseRequests.releaseId, releaseId)));
  return rows[0] ?? null;
}

export interface NewDecision {
  readonly release: string;
  readonly custodian: string;
  readonly decision: Signed;
  readonly share: ReleasedShare | null;
}

/** In a batch that throws what D1 throws: a `unique` violation when this custodian has decided before. */
export function insertDecision(db: Database, decision: NewDecision) {
  return db.insert(releaseDecisions).values({
    releaseId: decision.release,
    memberId: decision.custodian,
    statement: decision.decision.statement,
    signature: decision.decision.signature,
    shareKey: decision.share?.key ?? null,
    share: decision.share?.share ?? null,
  });
}

export async function findRelease(
  db: Database,
  releaseId: string,
): Promise<typeof releases.$inferSelect | null> {
  const rows = await db.select().from(releases).where(eq(releases.releaseId, releaseId));
  return rows[0] ?? null;
}

export async function findDecision(
  db: Database,
  releaseId: string,
  custodian: string,
): Promise<Signed | null> {
  const rows = await db
    .select({ statement: releaseDecisions.statement, signature: releaseDecisions.signature })
    .from(releaseDecisions)
    .where(
      and(eq(releaseDecisions.releaseId, releaseId), eq(releaseDecisions.memberId, custodian)),
    );
  return rows[0] ?? null;
}

/** A case's decisions, for its reporter. */
export function selectDecisions(db: Database, caseId: string) {
  return db
    .select({ statement: releaseDecisions.statement, signature: releaseDecisions.signature })
    .from(releases)
    .innerJoin(releaseDecisions, eq(releaseDecisions.releaseId, releases.releaseId))
    .where(eq(releases.caseId, caseId))
    .orderBy(desc(releases.askedDay), asc(releases.releaseId), asc(releaseDecisions.memberId))
    .limit(DECISIONS_SHOWN);
}

/** A case's requests with their decisions and pieces, and the envelopes that those are for. */
export async function selectReleases(db: Database, caseId: string) {
  const [asked, decided, envelopes] = await db.batch([
    db.select().from(releases).where(eq(releases.caseId, caseId)).orderBy(asc(releases.askedDay)),
    db
      .select({
        release: releaseDecisions.releaseId,
        statement: releaseDecisions.statement,
        signature: releaseDecisions.signature,
        shareKey: releaseDecisions.shareKey,
        share: releaseDecisions.share,
      })
      .from(releases)
      .innerJoin(releaseDecisions, eq(releaseDecisions.releaseId, releases.releaseId))
      .where(eq(releases.caseId, caseId)),
    // Only those that somebody agreed to give out a piece of.
    db
      .selectDistinct({
        seq: identityEnvelopes.seq,
        header: identityEnvelopes.header,
        body: identityEnvelopes.body,
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
      .where(and(eq(releases.caseId, caseId), isNotNull(releaseDecisions.share))),
  ]);
  return { asked, decided, envelopes };
}
