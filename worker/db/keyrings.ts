/**
 * Members' sealed keyrings and the ways into them.
 * Invariant: a keyring and its slots move together, from the version that was read, in the caller's own batch.
 */
import { and, eq, sql, type SQL } from "drizzle-orm";
import type {
  KeyringSave,
  KeyringSlot,
  PassphraseParameters,
  RekeyedSave,
} from "../contract/session.ts";
import { bindable, type Database } from "./open.ts";
import { keyringSlots, members } from "./schema.ts";

const COLUMNS = 6;

/** What a new passphrase brings besides its slot. */
export interface NewPassphrase {
  readonly signInKey: string;
  readonly parameters: PassphraseParameters;
}

/** The keyring as stored now, to tell a repeated save from an overtaken one. */
export async function findKeyring(
  db: Database,
  memberId: string,
): Promise<{ readonly keyring: string; readonly version: number } | null> {
  const rows = await db
    .select({ keyring: members.keyring, version: members.keyringVersion })
    .from(members)
    .where(eq(members.memberId, memberId));
  return rows[0] ?? null;
}

export async function findSlots(db: Database, memberId: string): Promise<KeyringSlot[]> {
  return db
    .select({
      kind: keyringSlots.kind,
      id: keyringSlots.slotId,
      publicKey: keyringSlots.publicKey,
      sealed: keyringSlots.sealed,
      signInKey: keyringSlots.signInKey,
    })
    .from(keyringSlots)
    .where(eq(keyringSlots.memberId, memberId));
}

export interface SaveTerms {
  readonly passphrase?: NewPassphrase;
  /** What must hold besides. */
  readonly guard?: SQL;
}

/** The statements of one save. The batch they stand in fails whole, by NOT NULL, once another version is stored. */
export function keyringStatements(
  db: Database,
  memberId: string,
  { replacesVersion, keyring, slots }: KeyringSave & Partial<RekeyedSave>,
  { passphrase, guard }: SaveTerms = {},
) {
  const unmoved = and(eq(members.keyringVersion, replacesVersion), guard);
  const update = db
    .update(members)
    .set({
      // A guard in WHERE would only skip this one statement and let the slots in.
      keyringVersion: sql`CASE WHEN ${unmoved} THEN ${replacesVersion + 1} END`,
      keyring,
      ...(passphrase !== undefined && {
        signInKey: passphrase.signInKey,
        salt: passphrase.parameters.salt,
        passes: passphrase.parameters.passes,
        memoryKiB: passphrase.parameters.memoryKiB,
      }),
    })
    .where(eq(members.memberId, memberId));
  if (slots === undefined) return [update] as const;
  return [
    update,
    db.delete(keyringSlots).where(eq(keyringSlots.memberId, memberId)),
    ...bindable(slots, COLUMNS).map((group) =>
      db.insert(keyringSlots).values(
        group.map(({ kind, id, publicKey, sealed, signInKey }) => ({
          memberId,
          kind,
          slotId: id,
          publicKey,
          sealed,
          signInKey,
        })),
      ),
    ),
  ] as const;
}

/** The key that checks a sign-in made by the recovery key of whoever has that handle, or null. */
export async function findRecoverySignInKey(db: Database, handle: string): Promise<string | null> {
  const rows = await db
    .select({ signInKey: keyringSlots.signInKey })
    .from(keyringSlots)
    .innerJoin(members, eq(members.memberId, keyringSlots.memberId))
    .where(and(eq(members.handle, handle), eq(keyringSlots.kind, "recovery")));
  return rows[0]?.signInKey ?? null;
}
