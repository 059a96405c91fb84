/**
 * Passkeys and authenticators, and the tries at them. Each write that belongs to a sign-in or an enrolment is one
 * batch with it.
 */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { SecondFactor } from "../contract/second-factor.ts";
import type { StoredPasskey } from "../domain/passkey.ts";
import type { Spent } from "../domain/proof.ts";
import type { insertAudit } from "./audit.ts";
import { violationOf, type Database } from "./open.ts";
import { authenticators, factorTries, passkeys, sessions, spent } from "./schema.ts";
import { deleteSessionsOf, type SessionRow } from "./sessions.ts";

export interface SecondFactors {
  readonly passkeys: readonly (typeof passkeys.$inferSelect)[];
  readonly authenticator: typeof authenticators.$inferSelect | null;
}

/** In the order they were added. */
export async function findSecondFactors(db: Database, memberId: string): Promise<SecondFactors> {
  const [keys, [authenticator]] = await db.batch([
    db
      .select()
      .from(passkeys)
      .where(eq(passkeys.memberId, memberId))
      .orderBy(passkeys.addedDay, passkeys.credentialId),
    db.select().from(authenticators).where(eq(authenticators.memberId, memberId)),
  ]);
  return { passkeys: keys, authenticator: authenticator ?? null };
}

export function hasSecondFactor({ passkeys: keys, authenticator }: SecondFactors): boolean {
  return keys.length > 0 || authenticator !== null;
}

export interface Tries {
  readonly today: number;
  readonly earlier: number;
}

/**
 * Counts a try before it is judged, so that tries made side by side are all counted. Null when its ticket has been
 * tried already.
 */
export async function beginTry(
  db: Database,
  memberId: string,
  today: number,
  ticket: Spent,
): Promise<Tries | null> {
  try {
    const [, [counted], rows] = await db.batch([
      db.insert(spent).values(ticket),
      db
        .insert(factorTries)
        .values({ memberId, day: today, tries: 1 })
        .onConflictDoUpdate({
          target: [factorTries.memberId, factorTries.day],
          set: { tries: sql`${factorTries.tries} + 1` },
        })
        .returning({ tries: factorTries.tries }),
      db.select().from(factorTries).where(eq(factorTries.memberId, memberId)),
    ]);
    const all = rows.reduce((sum, { tries }) => sum + tries, 0);
    const todays = counted?.tries ?? 1;
    return { today: todays, earlier: all - todays };
  } catch (error) {
    if (violationOf(error)?.rule === "unique") return null;
    throw error;
  }
}

/** What is written when a second factor held. */
export interface ProvenFactor {
  readonly session: SessionRow;
  /** The step of an authenticator's code. */
  readonly step: Spent | null;
  /** The passkey that signed, and where its counter stands now. */
  readonly passkey: { readonly credentialId: string; readonly counter: number } | null;
}

/** One batch: the session, what must not be used again, and the tries forgotten. False when the step was used. */
export async function insertProvenSession(db: Database, proven: ProvenFactor): Promise<boolean> {
  const { session, step, passkey } = proven;
  try {
    await db.batch([
      db.insert(sessions).values(session),
      db.delete(factorTries).where(eq(factorTries.memberId, session.memberId)),
      ...(step === null ? [] : [db.insert(spent).values(step)]),
      ...(passkey === null
        ? []
        : [
            db
              .update(passkeys)
              .set({ counter: passkey.counter })
              .where(eq(passkeys.credentialId, passkey.credentialId)),
          ]),
    ]);
    return true;
  } catch (error) {
    if (violationOf(error)?.table === "spent") return false;
    throw error;
  }
}

/** The audit log's entry, which comes first in the batch of what it tells of. */
type Entry = ReturnType<typeof insertAudit>;

export interface Enrolment {
  readonly entry: Entry;
  readonly memberId: string;
  /** The session in which it is added: from now on one with a second factor, and the only one. */
  readonly tokenHash: string;
  readonly secondFactor: Exclude<SecondFactor, "none" | "recovery">;
  /** `lost`: whoever adds this one came in by their recovery key, and no other of theirs shall count any more. */
  readonly former: "stays" | "lost";
  readonly today: number;
  readonly spent: Spent;
}

/**
 * Whoever signed in elsewhere with the passphrase alone is signed out with it. `session` keeps what it was opened
 * with, if it was opened with something.
 */
function enrolling(db: Database, enrolment: Enrolment) {
  const { entry, memberId, tokenHash, secondFactor, former, spent: used } = enrolment;
  const unproven = inArray(sessions.secondFactor, ["none", "recovery"]);
  const lost = [
    db.delete(passkeys).where(eq(passkeys.memberId, memberId)),
    db.delete(authenticators).where(eq(authenticators.memberId, memberId)),
    deleteSessionsOf(db, memberId, tokenHash),
  ];
  return [
    entry,
    db.insert(spent).values(used),
    ...(former === "lost" ? lost : []),
    db
      .update(sessions)
      .set({ secondFactor })
      .where(and(eq(sessions.tokenHash, tokenHash), unproven)),
    db.delete(sessions).where(and(eq(sessions.memberId, memberId), unproven)),
  ] as const;
}

/** Replaces the one there was. Throws what D1 throws: a `unique` violation of `spent` says the code was used. */
export async function putAuthenticator(
  db: Database,
  secret: string,
  enrolment: Enrolment,
): Promise<void> {
  const { memberId, today } = enrolment;
  await db.batch([
    ...enrolling(db, enrolment),
    db
      .insert(authenticators)
      .values({ memberId, secret, addedDay: today })
      .onConflictDoUpdate({ target: authenticators.memberId, set: { secret, addedDay: today } }),
  ]);
}

/** Throws what D1 throws: a `unique` violation of `spent` or of `passkeys`. */
export async function insertPasskey(
  db: Database,
  passkey: StoredPasskey,
  enrolment: Enrolment,
): Promise<void> {
  const { memberId, today } = enrolment;
  await db.batch([
    ...enrolling(db, enrolment),
    db.insert(passkeys).values({ ...passkey, memberId, addedDay: today }),
  ]);
}

/** `last` says whether the last one may go too. */
export interface Removal {
  readonly entry: Entry;
  readonly memberId: string;
  readonly tokenHash: string;
  readonly last: "stays" | "goes";
}

/**
 * How many second factors that left nothing of: 0 when there was none such, or it is the last and stays. Judged by
 * the statement that deletes, so that two removals side by side leave one. Other sessions end with it: the device
 * may have been lost.
 */
export async function deletePasskey(
  db: Database,
  credentialId: string,
  removal: Removal,
): Promise<number> {
  const mine = and(
    eq(passkeys.credentialId, credentialId),
    eq(passkeys.memberId, removal.memberId),
    spareable(removal),
  );
  const [, gone] = await db.batch([
    removal.entry,
    db.delete(passkeys).where(mine).returning({ id: passkeys.credentialId }),
    deleteSessionsOf(db, removal.memberId, removal.tokenHash),
  ]);
  return gone.length;
}

export async function deleteAuthenticator(db: Database, removal: Removal): Promise<number> {
  const [, gone] = await db.batch([
    removal.entry,
    db
      .delete(authenticators)
      .where(and(eq(authenticators.memberId, removal.memberId), spareable(removal)))
      .returning({ id: authenticators.memberId }),
    deleteSessionsOf(db, removal.memberId, removal.tokenHash),
  ]);
  return gone.length;
}

/** All of them, and every session they opened; tries that failed stay, to be told at the next sign-in. */
export async function deleteSecondFactors(
  db: Database,
  memberId: string,
  entry: Entry,
): Promise<void> {
  await db.batch([
    entry,
    db.delete(passkeys).where(eq(passkeys.memberId, memberId)),
    db.delete(authenticators).where(eq(authenticators.memberId, memberId)),
    deleteSessionsOf(db, memberId, null),
  ]);
}

function spareable({ memberId, last }: Removal) {
  if (last === "goes") return undefined;
  return sql`(SELECT count(*) FROM passkeys WHERE member_id = ${memberId})
    + (SELECT count(*) FROM authenticators WHERE member_id = ${memberId}) > 1`;
}
