/**
 * What members have set up to be brought back by colleagues, who asks for it, and what colleagues answered.
 * Invariant: one set-up and one open request a member; an answer counts for the request it was given to and no other.
 */
import { and, asc, eq, gte, isNotNull, lt, sql } from "drizzle-orm";
import { RECOVERY_REQUESTS_SHOWN } from "../contract/limits.ts";
import type {
  OpenRecoveryRequest,
  RecoveryApproval,
  RecoveryRequest,
  RecoveryShare,
} from "../contract/recovery.ts";
import type { Signed } from "../contract/roster.ts";
import { inForce } from "./members.ts";
import { bindable, type Database } from "./open.ts";
import {
  keyringSlots,
  members,
  recoveryDecisions,
  recoveryRequests,
  recoverySetUps,
  recoveryShares,
} from "./schema.ts";

const SHARE_COLUMNS = 4;

/** Everything of a member's set-up, and what was asked and answered by it. For the batch of what ends it. */
export function deleteSetUp(db: Database, owner: string) {
  return [
    db.delete(recoveryDecisions).where(eq(recoveryDecisions.owner, owner)),
    db.delete(recoveryRequests).where(eq(recoveryRequests.owner, owner)),
    db.delete(recoveryShares).where(eq(recoveryShares.owner, owner)),
    db.delete(recoverySetUps).where(eq(recoverySetUps.owner, owner)),
  ] as const;
}

export interface NewSetUp {
  readonly owner: string;
  readonly setUpId: string;
  readonly threshold: number;
  readonly signed: Signed;
  readonly shares: readonly RecoveryShare[];
}

/** In the place of any before. */
export function replaceSetUp(db: Database, { owner, shares, signed, ...plain }: NewSetUp) {
  return [
    ...deleteSetUp(db, owner),
    db.insert(recoverySetUps).values({ owner, ...plain, ...signed }),
    ...bindable(shares, SHARE_COLUMNS).map((group) =>
      db.insert(recoveryShares).values(
        group.map(({ member, key, share }) => ({
          memberId: member,
          owner,
          shareKey: key,
          share,
        })),
      ),
    ),
  ] as const;
}

export async function findSetUp(
  db: Database,
  owner: string,
): Promise<typeof recoverySetUps.$inferSelect | null> {
  const rows = await db.select().from(recoverySetUps).where(eq(recoverySetUps.owner, owner));
  return rows[0] ?? null;
}

/** The one that is open in that member's name, unless it was asked before `sinceDay`. */
export async function findRecoveryRequest(
  db: Database,
  owner: string,
  sinceDay: number,
): Promise<OpenRecoveryRequest | null> {
  const rows = await db
    .select({
      key: recoveryRequests.sealKey,
      signInKey: recoveryRequests.signInKey,
      day: recoveryRequests.askedDay,
    })
    .from(recoveryRequests)
    .where(and(eq(recoveryRequests.owner, owner), gte(recoveryRequests.askedDay, sinceDay)));
  return rows[0] ?? null;
}

/**
 * Opens a request in the name of whoever has that handle and a set-up, in the place of any before; for anybody else
 * the same statements write nothing.
 */
export async function putRecoveryRequest(
  db: Database,
  handle: string,
  { key, signInKey }: RecoveryRequest,
  today: number,
): Promise<void> {
  const owners = db
    .select({ owner: recoverySetUps.owner })
    .from(recoverySetUps)
    .innerJoin(members, eq(members.memberId, recoverySetUps.owner))
    .where(and(eq(members.handle, handle), inForce(today)));
  await db.batch([
    db
      .delete(recoveryDecisions)
      .where(
        and(
          sql`${recoveryDecisions.owner} IN ${owners}`,
          sql`${recoveryDecisions.signInKey} <> ${signInKey}`,
        ),
      ),
    db.delete(recoveryRequests).where(sql`${recoveryRequests.owner} IN ${owners}`),
    db.insert(recoveryRequests).select(
      db
        .select({
          owner: recoverySetUps.owner,
          sealKey: sql<string>`${key}`.as("seal_key"),
          signInKey: sql<string>`${signInKey}`.as("sign_in_key"),
          askedDay: sql<number>`${today}`.as("asked_day"),
        })
        .from(recoverySetUps)
        .innerJoin(members, eq(members.memberId, recoverySetUps.owner))
        .where(and(eq(members.handle, handle), inForce(today))),
    ),
  ]);
}

/** True when it was the one that was open, and is gone now. */
export async function deleteRecoveryRequest(
  db: Database,
  owner: string,
  signInKey: string,
): Promise<boolean> {
  const [gone] = await db.batch([
    db
      .delete(recoveryRequests)
      .where(and(eq(recoveryRequests.owner, owner), eq(recoveryRequests.signInKey, signInKey)))
      .returning({ owner: recoveryRequests.owner }),
    db
      .delete(recoveryDecisions)
      .where(and(eq(recoveryDecisions.owner, owner), eq(recoveryDecisions.signInKey, signInKey))),
  ]);
  return gone.length === 1;
}

/** What one member is asked as a colleague, with their share and the answer they have given. */
export async function selectRecoveryRequests(db: Database, memberId: string, sinceDay: number) {
  return db
    .select({
      owner: recoveryRequests.owner,
      key: recoveryRequests.sealKey,
      signInKey: recoveryRequests.signInKey,
      day: recoveryRequests.askedDay,
      setUpStatement: recoverySetUps.statement,
      setUpSignature: recoverySetUps.signature,
      shareKey: recoveryShares.shareKey,
      share: recoveryShares.share,
      statement: recoveryDecisions.statement,
      signature: recoveryDecisions.signature,
    })
    .from(recoveryShares)
    .innerJoin(recoveryRequests, eq(recoveryRequests.owner, recoveryShares.owner))
    .innerJoin(recoverySetUps, eq(recoverySetUps.owner, recoveryShares.owner))
    .leftJoin(
      recoveryDecisions,
      and(
        eq(recoveryDecisions.owner, recoveryRequests.owner),
        eq(recoveryDecisions.signInKey, recoveryRequests.signInKey),
        eq(recoveryDecisions.memberId, memberId),
      ),
    )
    .where(and(eq(recoveryShares.memberId, memberId), gte(recoveryRequests.askedDay, sinceDay)))
    .orderBy(asc(recoveryRequests.askedDay), asc(recoveryRequests.owner))
    .limit(RECOVERY_REQUESTS_SHOWN);
}

export async function isColleagueOf(
  db: Database,
  memberId: string,
  owner: string,
): Promise<boolean> {
  const rows = await db
    .select({ owner: recoveryShares.owner })
    .from(recoveryShares)
    .where(and(eq(recoveryShares.memberId, memberId), eq(recoveryShares.owner, owner)));
  return rows.length === 1;
}

/** In a batch that throws what D1 throws: a `unique` violation when this colleague has answered before. */
export function insertRecoveryDecision(
  db: Database,
  decision: typeof recoveryDecisions.$inferInsert,
) {
  return db.insert(recoveryDecisions).values(decision);
}

export async function findRecoveryDecision(
  db: Database,
  owner: string,
  signInKey: string,
  memberId: string,
): Promise<Signed | null> {
  const rows = await db
    .select({ statement: recoveryDecisions.statement, signature: recoveryDecisions.signature })
    .from(recoveryDecisions)
    .where(
      and(
        eq(recoveryDecisions.owner, owner),
        eq(recoveryDecisions.signInKey, signInKey),
        eq(recoveryDecisions.memberId, memberId),
      ),
    );
  return rows[0] ?? null;
}

export interface Collectable {
  readonly owner: string;
  /** What checks that it is whoever asked who collects. */
  readonly signInKey: string;
}

/** The open request in the name of whoever has that handle, or null. */
export async function findCollectable(
  db: Database,
  handle: string,
  sinceDay: number,
  today: number,
): Promise<Collectable | null> {
  const rows = await db
    .select({ owner: recoveryRequests.owner, signInKey: recoveryRequests.signInKey })
    .from(recoveryRequests)
    .innerJoin(members, eq(members.memberId, recoveryRequests.owner))
    .where(
      and(eq(members.handle, handle), inForce(today), gte(recoveryRequests.askedDay, sinceDay)),
    );
  return rows[0] ?? null;
}

export async function selectApprovals(
  db: Database,
  { owner, signInKey }: Collectable,
): Promise<readonly RecoveryApproval[]> {
  const rows = await db
    .select({
      statement: recoveryDecisions.statement,
      signature: recoveryDecisions.signature,
      share: sql<string>`${recoveryDecisions.share}`,
    })
    .from(recoveryDecisions)
    .where(
      and(
        eq(recoveryDecisions.owner, owner),
        eq(recoveryDecisions.signInKey, signInKey),
        isNotNull(recoveryDecisions.share),
      ),
    );
  return rows.map(({ share, ...decision }) => ({ decision, share }));
}

/**
 * The key that checks a sign-in made by what colleagues gave out, of whoever has that handle: only while a request is
 * open that as many as are needed have approved. Null otherwise.
 */
export async function findColleaguesSignInKey(
  db: Database,
  handle: string,
  sinceDay: number,
): Promise<string | null> {
  const approved = sql`(SELECT count(*) FROM ${recoveryDecisions}
    WHERE ${recoveryDecisions.owner} = ${recoveryRequests.owner}
      AND ${recoveryDecisions.signInKey} = ${recoveryRequests.signInKey}
      AND ${recoveryDecisions.share} IS NOT NULL)`;
  const rows = await db
    .select({ signInKey: keyringSlots.signInKey })
    .from(members)
    .innerJoin(keyringSlots, eq(keyringSlots.memberId, members.memberId))
    .innerJoin(recoverySetUps, eq(recoverySetUps.owner, members.memberId))
    .innerJoin(recoveryRequests, eq(recoveryRequests.owner, members.memberId))
    .where(
      and(
        eq(members.handle, handle),
        eq(keyringSlots.kind, "colleagues"),
        gte(recoveryRequests.askedDay, sinceDay),
        sql`${approved} >= ${recoverySetUps.threshold}`,
      ),
    );
  return rows[0]?.signInKey ?? null;
}

export async function deleteRecoveryRequestsBefore(db: Database, day: number): Promise<void> {
  await db.batch([
    db.delete(recoveryDecisions).where(
      sql`${recoveryDecisions.owner} IN (SELECT ${recoveryRequests.owner} FROM ${recoveryRequests}
        WHERE ${recoveryRequests.askedDay} < ${day})`,
    ),
    db.delete(recoveryRequests).where(lt(recoveryRequests.askedDay, day)),
  ]);
}
