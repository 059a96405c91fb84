/**
 * Recovery by colleagues, as members use it. The server keeps the order of things: who holds shares, whose request is
 * open, that each answers once; what it keeps opens nothing, and what it lets through every client checks again.
 */
import { ONLY_SLOT_ID } from "../contract/session.ts";
import type { InputOf } from "../contract/endpoints.ts";
import { RecoveryDecision, RecoverySetUp } from "../contract/recovery.ts";
import type { Signed } from "../contract/roster.ts";
import {
  deleteRecoveryRequest,
  deleteSetUp,
  findRecoveryDecision,
  findRecoveryRequest,
  findSetUp,
  insertRecoveryDecision,
  isColleagueOf,
  replaceSetUp,
  selectRecoveryRequests,
} from "../db/colleagues.ts";
import { isAnyRetired } from "../db/key-epochs.ts";
import { keyringStatements } from "../db/keyrings.ts";
import { membersInForce } from "../db/members.ts";
import { violationOf } from "../db/open.ts";
import { asMember } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { recoveryRequestsBeforeDay } from "../domain/retention.ts";
import { openStatement } from "../domain/statement.ts";
import type { Handler } from "../http/mount.ts";
import { checkAudit, logging } from "./audit.ts";
import type { Context } from "./context.ts";
import { isStored } from "./keyring.ts";
import { wasOvertaken } from "./overtaken.ts";
import { isActive, isOurOrigin, keyOf, newestStanding } from "./standing.ts";

/** A statement may come this far from the server's day: midnight passes on the way. */
const DAYS_APART = 1;

export const ownColleagues: Handler<"ownColleagues", Context> = async (_input, context, actor) => {
  const { db, today } = context;
  const { memberId } = asMember(actor);
  const row = await findSetUp(db, memberId);
  return {
    setUp: row === null ? null : { statement: row.statement, signature: row.signature },
    request: await findRecoveryRequest(db, memberId, recoveryRequestsBeforeDay(today)),
    day: today,
  };
};

/** @throws Refusal unless every share is for an active colleague the statement names, under a key they still have */
async function checkShares(
  { setUp, shares }: Pick<InputOf<"setUpColleagues">, "shares"> & { readonly setUp: RecoverySetUp },
  context: Context,
): Promise<void> {
  const { db, today } = context;
  const standing = await newestStanding(context);
  const { owner, colleagues, threshold } = setUp;
  if (standing?.roster.recoveryThreshold !== threshold || colleagues.length < threshold) {
    throw new Refusal("conflict", "setUp");
  }
  const inForce = await membersInForce(db, today);
  const ids = colleagues.map(({ member }) => member);
  const fits =
    new Set(ids).size === ids.length &&
    !ids.includes(owner) &&
    shares.length === ids.length &&
    shares.every(({ member }, at) => member === ids[at]) &&
    ids.every((id) => {
      const member = standing.members.get(id);
      return inForce.has(id) && member !== undefined && isActive(member, today);
    });
  if (!fits || (await isAnyRetired(db, shares))) throw new Refusal("unknown-recipient", "shares");
}

export const setUpColleagues: Handler<"setUpColleagues", Context> = async (
  { setUp: signed, shares, keyring, audit },
  context,
  actor,
) => {
  const { db, today } = context;
  const member = asMember(actor);
  const { memberId } = member;
  const key = keyOf(await newestStanding(context), memberId);
  const setUp = await openStatement(RecoverySetUp, signed, "recovery set-up", key, "setUp");
  if (setUp.owner !== memberId || !(await isOurOrigin(setUp.origin, context))) {
    throw new Refusal("wrong-signature", "setUp");
  }
  const answer = { keyringVersion: keyring.replacesVersion + 1 };
  // Sent again because the answer got lost on the way.
  const before = await findSetUp(db, memberId);
  if (before?.statement === signed.statement && (await isStored(db, memberId, keyring))) {
    return answer;
  }
  if (Math.abs(setUp.day - today) > DAYS_APART) throw new Refusal("wrong-day", "setUp");
  await checkShares({ setUp, shares }, context);
  const slot = keyring.slots.find(({ kind }) => kind === "colleagues");
  if (slot === undefined || slot.id !== ONLY_SLOT_ID || slot.signInKey === null) {
    throw new Refusal("wrong-type", "keyring.slots");
  }
  const act = { kind: "colleagues", change: "added" } as const;
  const { insert } = await checkAudit(context, member, audit, act);
  const { setUp: setUpId, threshold } = setUp;
  try {
    await logging(() =>
      db.batch([
        insert,
        ...keyringStatements(db, memberId, keyring),
        ...replaceSetUp(db, { owner: memberId, setUpId, threshold, signed, shares }),
      ]),
    );
  } catch (error) {
    if (error instanceof Refusal || !wasOvertaken(error)) throw error;
    throw new Refusal("conflict", "keyring");
  }
  return answer;
};

export const endColleagues: Handler<"endColleagues", Context> = async (
  { keyring, audit },
  context,
  actor,
) => {
  const { db } = context;
  const member = asMember(actor);
  const { memberId } = member;
  const answer = { keyringVersion: keyring.replacesVersion + 1 };
  if (await isStored(db, memberId, keyring)) return answer;
  const act = { kind: "colleagues", change: "removed" } as const;
  const { insert } = await checkAudit(context, member, audit, act);
  try {
    await logging(() =>
      db.batch([insert, ...keyringStatements(db, memberId, keyring), ...deleteSetUp(db, memberId)]),
    );
  } catch (error) {
    if (error instanceof Refusal || !wasOvertaken(error)) throw error;
    throw new Refusal("conflict", "keyring");
  }
  return answer;
};

export const refuseRecovery: Handler<"refuseRecovery", Context> = async (
  { signInKey },
  { db },
  actor,
) => {
  if (!(await deleteRecoveryRequest(db, asMember(actor).memberId, signInKey))) {
    throw new Refusal("not-found");
  }
  return {};
};

export const recoveryRequests: Handler<"recoveryRequests", Context> = async (
  _input,
  { db, today },
  actor,
) => {
  const { memberId } = asMember(actor);
  const rows = await selectRecoveryRequests(db, memberId, recoveryRequestsBeforeDay(today));
  return {
    requests: rows.map(({ setUpStatement, setUpSignature, statement, signature, ...asked }) => ({
      ...asked,
      setUp: { statement: setUpStatement, signature: setUpSignature },
      decision: statement === null || signature === null ? null : { statement, signature },
    })),
    day: today,
  };
};

function isSame(stored: Signed | null, sent: Signed): boolean {
  return stored?.statement === sent.statement && stored.signature === sent.signature;
}

export const decideRecovery: Handler<"decideRecovery", Context> = async (
  { owner, signInKey, decision: signed, share, audit },
  context,
  actor,
) => {
  const { db, today } = context;
  const member = asMember(actor);
  const { memberId } = member;
  const standing = await newestStanding(context);
  if (!(await isColleagueOf(db, memberId, owner))) throw new Refusal("not-found");
  const key = keyOf(standing, memberId);
  const field = "decision";
  const decision = await openStatement(RecoveryDecision, signed, "recovery decision", key, field);
  const stored = await findRecoveryDecision(db, owner, signInKey, memberId);
  // Sent again because the answer got lost on the way.
  if (isSame(stored, signed)) return {};
  const request = await findRecoveryRequest(db, owner, recoveryRequestsBeforeDay(today));
  const setUp = await findSetUp(db, owner);
  const open = request?.signInKey === signInKey && setUp !== null && stored === null;
  if (!open || standing?.roster.recoveryThreshold === undefined) {
    throw new Refusal("conflict", field);
  }
  const agreed = decision.answer === "approved";
  const fits =
    decision.owner === owner &&
    decision.setUp === setUp.setUpId &&
    decision.colleague === memberId &&
    agreed === (share !== null) &&
    (await isOurOrigin(decision.origin, context));
  if (!fits) throw new Refusal("wrong-header", field);
  const kind = agreed ? "recovery-approval" : "recovery-refusal";
  const { insert } = await checkAudit(context, member, audit, { kind, member: owner });
  try {
    await logging(() =>
      db.batch([
        insert,
        insertRecoveryDecision(db, { owner, signInKey, memberId, share, ...signed }),
      ]),
    );
  } catch (error) {
    if (violationOf(error)?.rule === "unique") throw new Refusal("conflict", field);
    throw error;
  }
  return {};
};
