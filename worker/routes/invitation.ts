/**
 * Inviting and joining. The server passes a signed invitation to whoever shows its locator, and what they answer back
 * to whoever invited; it can make neither.
 * Invariant: a link that is unknown, used, cancelled or expired gets one answer, and nobody becomes a member here but
 * a founding coordinator, who is one already.
 */
import { fromBase64Url } from "../contract/bytes.ts";
import { Invitation, type Joining } from "../contract/invitation.ts";
import { INVITATION_DAYS_MAX } from "../contract/limits.ts";
import { invitationPreimage } from "../contract/preimages.ts";
import { KeyPacket } from "../contract/roster.ts";
import {
  deleteInvitation,
  findInvitation,
  findWaitingKeyring,
  insertInvitation,
  isHandleTaken,
  joiningOf,
  recordArrival,
  recordJoining,
  selectInvitations,
  type InvitationRow,
} from "../db/invitations.ts";
import { violationOf } from "../db/open.ts";
import { asMember } from "../domain/actor.ts";
import { digest } from "../domain/digest.ts";
import { checkProof, spend } from "../domain/proof.ts";
import { Refusal } from "../domain/refusal.ts";
import { openStatement } from "../domain/statement.ts";
import type { Handler } from "../http/mount.ts";
import { checkAudit, logging } from "./audit.ts";
import type { Context } from "./context.ts";
import { isOurOrigin, keyOf, newestStanding } from "./standing.ts";

export const invite: Handler<"invite", Context> = async (input, context, actor) => {
  const { invitation, kept, audit } = input;
  const { db, today } = context;
  const member = asMember(actor);
  const { memberId: invitedBy } = member;
  const standing = await newestStanding(context);
  const key = keyOf(standing, invitedBy);
  const stated = await openStatement(Invitation, invitation, "invitation", key, "invitation");
  const { expiresDay, handle, locatorHash, memberId } = stated;
  if (stated.invitedBy !== invitedBy || !(await isOurOrigin(stated.origin, context))) {
    throw new Refusal("wrong-signature", "invitation");
  }
  if (expiresDay < today || expiresDay > today + INVITATION_DAYS_MAX) {
    throw new Refusal("wrong-day", "invitation.expiresDay");
  }
  // Sent again because the answer got lost on the way.
  if ((await findInvitation(db, locatorHash))?.signature === invitation.signature) return {};
  if (standing?.members.has(memberId) === true) throw new Refusal("conflict", "invitation");
  if (await isHandleTaken(db, handle, today)) {
    throw new Refusal("handle-taken", "invitation.handle");
  }
  const { insert: entry } = await checkAudit(context, member, audit, { kind: "invitation" });
  const { statement, signature } = invitation;
  const row = { locatorHash, memberId, invitedBy, handle, statement, signature, kept, expiresDay };
  try {
    await logging(async () => insertInvitation(db, row, entry));
  } catch (error) {
    if (violationOf(error)?.rule === "unique") throw new Refusal("conflict", "invitation");
    throw error;
  }
  return {};
};

export const invitations: Handler<"invitations", Context> = async (_input, { db, today }) => {
  const rows = await selectInvitations(db);
  return {
    invitations: rows.map((row) => {
      const joining = joiningOf(row);
      const { statement, signature, kept, joinedDay: day } = row;
      return {
        invitation: { statement, signature },
        kept,
        joined: joining === null || day === null ? null : { day, joining },
      };
    }),
    day: today,
  };
};

export const cancelInvitation: Handler<"cancelInvitation", Context> = async (
  { locatorHash },
  { db },
) => {
  if (!(await deleteInvitation(db, locatorHash))) throw new Refusal("not-found");
  return {};
};

/** @throws Refusal `not-found` unless the link can still be used */
async function openInvitation(locator: string, { db, today }: Context): Promise<InvitationRow> {
  const row = await findInvitation(db, await digest(invitationPreimage(fromBase64Url(locator))));
  if (row === null || row.expiresDay < today) throw new Refusal("not-found");
  return row;
}

/** The challenge is not spent here: the same proof pays for the answer. */
export const readInvitation: Handler<"readInvitation", Context> = async (input, context) => {
  const { config, db, nowSeconds } = context;
  await checkProof(config.keys.challenge, input.proof, "join", nowSeconds);
  const row = await openInvitation(input.locator, context);
  if (row.joinedDay !== null) throw new Refusal("not-found");
  return {
    invitation: { statement: row.statement, signature: row.signature },
    keyring: await findWaitingKeyring(db, row.memberId),
  };
};

/** @throws Refusal `wrong-signature` when the packet is not the joiner's own */
async function checkPacket(joining: Joining, memberId: string, context: Context): Promise<void> {
  const field = "joining.packet";
  const packet = await openStatement(KeyPacket, joining.packet, "key packet", joining.key, field);
  const own = packet.memberId === memberId && packet.epoch === 0;
  if (!own || !(await isOurOrigin(packet.origin, context))) {
    throw new Refusal("wrong-signature", field);
  }
}

export const acceptInvitation: Handler<"acceptInvitation", Context> = async (input, context) => {
  const { config, db, nowSeconds, today } = context;
  const { joining } = input;
  const challenge = await checkProof(config.keys.challenge, input.proof, "join", nowSeconds);
  const row = await openInvitation(input.locator, context);
  if (row.joinedDay !== null) {
    if (row.mac === joining.mac) return {};
    throw new Refusal("not-found");
  }
  await checkPacket(joining, row.memberId, context);
  const paid = await spend(challenge);
  const founded = await findWaitingKeyring(db, row.memberId);
  if (founded !== null && keyOf(await newestStanding(context), row.memberId) !== joining.key) {
    throw new Refusal("wrong-signature", "joining.key");
  }
  try {
    const first =
      founded === null
        ? await recordJoining(db, row.locatorHash, joining, today, paid)
        : await recordArrival(db, row, joining, paid);
    if (!first) throw new Refusal("not-found");
  } catch (error) {
    if (violationOf(error)?.table === "spent") throw new Refusal("proof-used", "proof");
    throw error;
  }
  return {};
};
