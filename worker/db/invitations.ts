/**
 * Invitations: signed by a coordinator, found by the hash of a link's locator, answered once.
 */
import { and, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { NO_SIGN_IN_KEY, type Joining } from "../contract/invitation.ts";
import type { insertAudit } from "./audit.ts";
import type { Database } from "./open.ts";
import { invitations, members, spent } from "./schema.ts";

export type InvitationRow = typeof invitations.$inferSelect;

/** What whoever joined has sent, or null while nobody has. */
export function joiningOf(row: InvitationRow): Joining | null {
  const { memberKey, signInKey, salt, passes, memoryKiB, keyring, mac } = row;
  const { packetStatement: statement, packetSignature: signature } = row;
  const absent =
    memberKey === null || signInKey === null || salt === null || passes === null || mac === null;
  if (absent || memoryKiB === null || keyring === null) return null;
  if (statement === null || signature === null) return null;
  return {
    key: memberKey,
    packet: { statement, signature },
    signInKey,
    parameters: { salt, passes, memoryKiB },
    keyring,
    mac,
  };
}

/** With the entry of the audit log that tells of it. */
export async function insertInvitation(
  db: Database,
  invitation: typeof invitations.$inferInsert,
  entry: ReturnType<typeof insertAudit>,
): Promise<void> {
  await db.batch([entry, db.insert(invitations).values(invitation)]);
}

export async function selectInvitations(db: Database): Promise<readonly InvitationRow[]> {
  return db.select().from(invitations).orderBy(invitations.expiresDay, invitations.locatorHash);
}

export async function findInvitation(
  db: Database,
  locatorHash: string,
): Promise<InvitationRow | null> {
  const rows = await db.select().from(invitations).where(eq(invitations.locatorHash, locatorHash));
  return rows[0] ?? null;
}

/** Is that handle a member's, or promised to somebody by a link that is still good? */
export async function isHandleTaken(db: Database, handle: string, today: number): Promise<boolean> {
  const [taken, promised] = await db.batch([
    db.select({ id: members.memberId }).from(members).where(eq(members.handle, handle)),
    db
      .select({ id: invitations.memberId })
      .from(invitations)
      .where(and(eq(invitations.handle, handle), gte(invitations.expiresDay, today))),
  ]);
  return taken.length + promised.length > 0;
}

/** True when there was one. */
export async function deleteInvitation(db: Database, locatorHash: string): Promise<boolean> {
  const rows = await db
    .delete(invitations)
    .where(eq(invitations.locatorHash, locatorHash))
    .returning({ id: invitations.memberId });
  return rows.length === 1;
}

export async function deleteInvitationsBefore(db: Database, day: number): Promise<void> {
  await db.delete(invitations).where(lt(invitations.expiresDay, day));
}

export type SpentRow = typeof spent.$inferInsert;

/** True when nobody had joined by this link before, and now somebody has. */
export async function recordJoining(
  db: Database,
  locatorHash: string,
  joining: Joining,
  joinedDay: number,
  paid: SpentRow,
): Promise<boolean> {
  const { key, packet, signInKey, parameters, keyring, mac } = joining;
  const [, updated] = await db.batch([
    db.insert(spent).values(paid),
    db
      .update(invitations)
      .set({
        joinedDay,
        memberKey: key,
        signInKey,
        ...parameters,
        keyring,
        packetStatement: packet.statement,
        packetSignature: packet.signature,
        mac,
      })
      .where(and(eq(invitations.locatorHash, locatorHash), isNull(invitations.joinedDay)))
      .returning({ id: invitations.memberId }),
  ]);
  return updated.length === 1;
}

/** The sealed keyring of somebody founded who has not come yet; null for everybody else. */
export async function findWaitingKeyring(db: Database, memberId: string): Promise<string | null> {
  const rows = await db
    .select({ keyring: members.keyring })
    .from(members)
    .where(and(eq(members.memberId, memberId), eq(members.signInKey, NO_SIGN_IN_KEY)));
  return rows[0]?.keyring ?? null;
}

/** Somebody founded takes their place. True when they had not before. */
export async function recordArrival(
  db: Database,
  { locatorHash, memberId }: Pick<InvitationRow, "locatorHash" | "memberId">,
  { signInKey, parameters, keyring }: Joining,
  paid: SpentRow,
): Promise<boolean> {
  const [, updated] = await db.batch([
    db.insert(spent).values(paid),
    db
      .update(members)
      .set({
        signInKey,
        ...parameters,
        keyring,
        keyringVersion: sql`${members.keyringVersion} + 1`,
      })
      .where(and(eq(members.memberId, memberId), eq(members.signInKey, NO_SIGN_IN_KEY)))
      .returning({ id: members.memberId }),
    db.delete(invitations).where(eq(invitations.locatorHash, locatorHash)),
  ]);
  return updated.length === 1;
}
