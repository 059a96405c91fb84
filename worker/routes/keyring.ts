/** Reading and saving a keyring, alone or with what belongs to it; and telling a repeated save from an overtaken one. */
import type { KeyringSave } from "../contract/session.ts";
import { deleteSetUp } from "../db/colleagues.ts";
import { findKeyring, findSlots, keyringStatements } from "../db/keyrings.ts";
import { findMemberById } from "../db/members.ts";
import { findSecondFactors } from "../db/second-factors.ts";
import { deleteSessionsOf } from "../db/sessions.ts";
import { asMember } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { isThatChange, passkeySlotId } from "../domain/ways-in.ts";
import type { Handler } from "../http/mount.ts";
import { checkAudit, logging } from "./audit.ts";
import type { Context } from "./context.ts";
import { wasOvertaken } from "./overtaken.ts";

/** A repeated save: what it brings is what is there. A sealed keyring holds random bytes, so it is its own name. */
export async function isStored(
  db: Context["db"],
  memberId: string,
  { replacesVersion, keyring }: KeyringSave,
): Promise<boolean> {
  const stored = await findKeyring(db, memberId);
  return stored?.version === replacesVersion + 1 && stored.keyring === keyring;
}

export const ownKeyring: Handler<"ownKeyring", Context> = async (_input, { db }, actor) => {
  const { memberId } = asMember(actor);
  const row = await findMemberById(db, memberId);
  if (row === null) throw new Refusal("unauthorised");
  const { keyring, keyringVersion } = row;
  return { member: memberId, keyring, keyringVersion, slots: await findSlots(db, memberId) };
};

export const saveKeyring: Handler<"saveKeyring", Context> = async (input, { db }, actor) => {
  const { memberId } = asMember(actor);
  try {
    await db.batch(keyringStatements(db, memberId, input));
  } catch (error) {
    if (!wasOvertaken(error)) throw error;
    if (!(await isStored(db, memberId, input))) throw new Refusal("conflict", "replacesVersion");
  }
  return { keyringVersion: input.replacesVersion + 1 };
};

/** Sent again after its answer was lost, it answers the same. */
export const changeWayIn: Handler<"changeWayIn", Context> = async (
  { change, audit, ...save },
  context,
  actor,
) => {
  const { db } = context;
  const member = asMember(actor);
  const answer = { keyringVersion: save.replacesVersion + 1 };
  if (await isStored(db, member.memberId, save)) return answer;
  const [before, { passkeys }] = await Promise.all([
    findSlots(db, member.memberId),
    findSecondFactors(db, member.memberId),
  ]);
  const ids = await Promise.all(passkeys.map(({ credentialId }) => passkeySlotId(credentialId)));
  // A keyring saved meanwhile fails the batch by its version, so these are the slots it replaces.
  if (!isThatChange(change, before, save.slots, ids)) throw new Refusal("wrong-audit", "slots");
  const { insert } = await checkAudit(context, member, audit, change);
  try {
    await logging(() => db.batch([insert, ...keyringStatements(db, member.memberId, save)]));
  } catch (error) {
    if (error instanceof Refusal || !wasOvertaken(error)) throw error;
    throw new Refusal("conflict", "replacesVersion");
  }
  return answer;
};

/**
 * Once recovered, nothing goes on: whoever comes next comes with the new passphrase. Sent again after its answer was
 * lost, a change answers the same; a recovery has ended its own session, and the new passphrase tells whether it held.
 */
export const replacePassphrase: Handler<"replacePassphrase", Context> = async (
  { passphrase, because, audit, ...save },
  context,
  actor,
) => {
  const { db } = context;
  const member = asMember(actor);
  const answer = { keyringVersion: save.replacesVersion + 1 };
  // Sent again because the answer got lost on the way: its entry stands already.
  if (await isStored(db, member.memberId, save)) return answer;
  const kind = because === "changed" ? "passphrase-changed" : "recovered";
  const kept = because === "changed" ? member.tokenHash : null;
  const { insert } = await checkAudit(context, member, audit, { kind });
  try {
    await logging(() =>
      db.batch([
        insert,
        ...keyringStatements(db, member.memberId, save, { passphrase }),
        deleteSessionsOf(db, member.memberId, kept),
        // Whoever comes back makes every other way in anew: what colleagues held opens nothing any more.
        ...(because === "recovered" ? deleteSetUp(db, member.memberId) : []),
      ]),
    );
  } catch (error) {
    if (error instanceof Refusal || !wasOvertaken(error)) throw error;
    throw new Refusal("conflict", "replacesVersion");
  }
  return answer;
};
