/**
 * Members: signing in with a key derived from a passphrase that never comes here, and keeping a keyring
 * that cannot be opened here.
 * Invariant: an unknown handle is answered like a known one until the signature fails, and then alike too.
 */
import { toBase64Url } from "../contract/bytes.ts";
import { MEMBER_SESSION_SECONDS, SALT_BYTES } from "../contract/limits.ts";
import { concat, label } from "../contract/preimages.ts";
import type { KeyringSave, SignInWay } from "../contract/session.ts";
import {
  findKeyring,
  findRecoverySignInKey,
  findSlots,
  keyringStatements,
} from "../db/keyrings.ts";
import { findMember, type MemberRow } from "../db/members.ts";
import { deleteSession, deleteSessionsOf, insertSession } from "../db/sessions.ts";
import { asMember } from "../domain/actor.ts";
import { checkProof } from "../domain/proof.ts";
import { Refusal } from "../domain/refusal.ts";
import { signInHolds } from "../domain/signature.ts";
import { issueToken, MEMBER_SUBJECT_BYTES, tokenHash } from "../domain/token.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";
import { wasOvertaken } from "./overtaken.ts";

/** What new members get (protocol design, section 6), and so what nobody's parameters must look like. */
const PASSES = 3;
const MEMORY_KIB = 65_536;

/** A revoked member keeps their parameters: that they are gone is nobody's business but their own. */
export const memberParameters: Handler<"memberParameters", Context> = async (
  { handle },
  { db, config },
) => {
  const decoy = await decoySalt(config.keys.decoySalt, handle);
  const row = await findMember(db, handle);
  return {
    salt: row?.salt ?? decoy,
    passes: row?.passes ?? PASSES,
    memoryKiB: row?.memoryKiB ?? MEMORY_KIB,
  };
};

/** The same for the same handle every time, as a stored one would be. */
async function decoySalt(key: CryptoKey, handle: string): Promise<string> {
  const mac = await crypto.subtle.sign(
    "HMAC",
    key,
    concat(label("decoy salt"), new TextEncoder().encode(handle)),
  );
  return toBase64Url(new Uint8Array(mac, 0, SALT_BYTES));
}

/** The challenge is not remembered as spent, for the reason given at `reporterSignIn`. */
export const memberSignIn: Handler<"memberSignIn", Context> = async (input, context) => {
  const { db, config, today, nowSeconds, random } = context;
  const challenge = await checkProof(
    config.keys.challenge,
    input.proof,
    "member-sign-in",
    nowSeconds,
  );
  const row = inForce(await findMember(db, input.handle), today);
  const holds = await signInHolds(
    await signInKeyOf(input.way, input.handle, row, db),
    input.signature,
    config.originHash,
    challenge.bytes,
    challenge.day,
  );
  if (row === null || !holds) throw new Refusal("unauthorised");
  const token = await issueToken(
    config.keys.memberToken,
    random(MEMBER_SUBJECT_BYTES),
    nowSeconds + MEMBER_SESSION_SECONDS,
  );
  await insertSession(db, {
    tokenHash: await tokenHash(token),
    memberId: row.memberId,
    createdDay: today,
  });
  return {
    token,
    member: row.memberId,
    keyring: row.keyring,
    keyringVersion: row.keyringVersion,
    slots: await findSlots(db, row.memberId),
  };
};

/**
 * Null where that way does not sign in: no recovery key was made. It is looked for whoever is asked about, so
 * that time does not tell.
 */
async function signInKeyOf(
  way: SignInWay,
  handle: string,
  row: MemberRow | null,
  db: Context["db"],
): Promise<string | null> {
  switch (way) {
    case "passphrase":
      return row?.signInKey ?? null;
    case "recovery": {
      const key = await findRecoverySignInKey(db, handle);
      return row === null ? null : key;
    }
  }
}

function inForce(row: MemberRow | null, today: number): MemberRow | null {
  if (row === null) return null;
  return row.revokedDay === null || row.revokedDay > today ? row : null;
}

export const memberSignOut: Handler<"memberSignOut", Context> = async (_input, { db }, actor) => {
  await deleteSession(db, asMember(actor).tokenHash);
  return {};
};

export const saveKeyring: Handler<"saveKeyring", Context> = async (input, { db }, actor) => {
  const { memberId } = asMember(actor);
  const keyringVersion = input.replacesVersion + 1;
  try {
    await db.batch(keyringStatements(db, memberId, input));
  } catch (error) {
    if (!wasOvertaken(error)) throw error;
    if (!(await isStored(db, memberId, input))) throw new Refusal("conflict", "replacesVersion");
  }
  return { keyringVersion };
};

/**
 * Once recovered, nothing goes on: whoever comes next comes with the new passphrase. Sent again after its answer was
 * lost, a change answers the same; a recovery has ended its own session, and the new passphrase tells whether it held.
 */
export const replacePassphrase: Handler<"replacePassphrase", Context> = async (
  { passphrase, because, ...save },
  { db },
  actor,
) => {
  const { memberId, tokenHash: own } = asMember(actor);
  const kept = because === "changed" ? own : null;
  try {
    await db.batch([
      ...keyringStatements(db, memberId, save, passphrase),
      deleteSessionsOf(db, memberId, kept),
    ]);
  } catch (error) {
    if (!wasOvertaken(error)) throw error;
    if (!(await isStored(db, memberId, save))) throw new Refusal("conflict", "replacesVersion");
  }
  return { keyringVersion: save.replacesVersion + 1 };
};

/** A repeated save: what it brings is what is there. A sealed keyring holds random bytes, so it is its own name. */
async function isStored(
  db: Context["db"],
  memberId: string,
  { replacesVersion, keyring }: KeyringSave,
): Promise<boolean> {
  const stored = await findKeyring(db, memberId);
  return stored?.version === replacesVersion + 1 && stored.keyring === keyring;
}
