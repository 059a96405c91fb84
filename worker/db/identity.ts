/**
 * Identity envelopes and the pieces of their keys: kept beside the entry they came with, deleted when the reporter
 * takes them back. Invariant: a piece that was given out ends with the envelope it opens.
 */
import { and, eq, inArray, lt } from "drizzle-orm";
import type { CheckedEnvelope } from "../domain/identity.ts";
import { bindable, type Database } from "./open.ts";
import { identityEnvelopes, identityShares, releaseDecisions, releases } from "./schema.ts";

const SHARE_COLUMNS = 5;

export function insertEnvelope(
  db: Database,
  caseId: string,
  seq: number,
  envelope: CheckedEnvelope | null,
) {
  if (envelope === null) return [];
  const { header, body, shares } = envelope;
  return [
    db.insert(identityEnvelopes).values({ caseId, seq, header, body }),
    ...bindable(shares, SHARE_COLUMNS).map((group) =>
      db.insert(identityShares).values(
        group.map(({ member, key, share }) => ({
          caseId,
          seq,
          memberId: member,
          shareKey: key,
          share,
        })),
      ),
    ),
  ];
}

/** Those that came before the entry of that seq, and what was given out of them. */
export function forgetEnvelopes(db: Database, caseId: string, beforeSeq: number) {
  const asked = db
    .select({ id: releases.releaseId })
    .from(releases)
    .where(eq(releases.caseId, caseId));
  return [
    db
      .delete(identityEnvelopes)
      .where(and(eq(identityEnvelopes.caseId, caseId), lt(identityEnvelopes.seq, beforeSeq))),
    db
      .delete(identityShares)
      .where(and(eq(identityShares.caseId, caseId), lt(identityShares.seq, beforeSeq))),
    db
      .update(releaseDecisions)
      .set({ shareKey: null, share: null })
      .where(inArray(releaseDecisions.releaseId, asked)),
  ];
}
