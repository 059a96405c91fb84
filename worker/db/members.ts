/**
 * Members as the server knows them: a handle, a key to sign in with, and a keyring it cannot open.
 */
import { eq, gt, isNull, or, type SQL } from "drizzle-orm";
import type { Database } from "./open.ts";
import { members } from "./schema.ts";

export type MemberRow = typeof members.$inferSelect;

/** Not revoked by `today`. */
export function inForce(today: number): SQL | undefined {
  return or(isNull(members.revokedDay), gt(members.revokedDay, today));
}

export async function membersInForce(db: Database, today: number): Promise<ReadonlySet<string>> {
  const rows = await db.select({ memberId: members.memberId }).from(members).where(inForce(today));
  return new Set(rows.map(({ memberId }) => memberId));
}

export async function findMember(db: Database, handle: string): Promise<MemberRow | null> {
  const rows = await db.select().from(members).where(eq(members.handle, handle));
  return rows[0] ?? null;
}

export async function findMemberById(db: Database, memberId: string): Promise<MemberRow | null> {
  const rows = await db.select().from(members).where(eq(members.memberId, memberId));
  return rows[0] ?? null;
}
