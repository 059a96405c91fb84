/**
 * Recovery by colleagues, as somebody without a passphrase uses it: asking, and collecting what was approved.
 * Invariant: an unknown name, one without colleagues, and one whose colleagues have not approved are answered alike.
 */
import { PROOF_BITS_UNDER_LOAD } from "../contract/limits.ts";
import {
  findCollectable,
  findSetUp,
  putRecoveryRequest,
  selectApprovals,
} from "../db/colleagues.ts";
import { insertSpent } from "../db/spent.ts";
import { checkProof, spend } from "../domain/proof.ts";
import { Refusal } from "../domain/refusal.ts";
import { recoveryRequestsBeforeDay } from "../domain/retention.ts";
import { signInHolds } from "../domain/signature.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";

/** Each request costs its own work, and more of it at a name that many try. */
export const askColleagues: Handler<"askColleagues", Context> = async (
  { proof, handle, key, signInKey },
  context,
) => {
  const { config, db, today, nowSeconds } = context;
  const challenge = await checkProof(config.keys.challenge, proof, "recover", nowSeconds);
  if ((await context.handleFuse(handle)) && challenge.bits < PROOF_BITS_UNDER_LOAD) {
    throw new Refusal("proof-too-cheap", "proof.challenge");
  }
  if (!(await insertSpent(db, await spend(challenge)))) throw new Refusal("proof-used");
  await putRecoveryRequest(db, handle, { key, signInKey }, today);
  return { day: today };
};

/** Looked at again and again while somebody waits, so it is not counted by name: without the key it says nothing. */
export const collectShares: Handler<"collectShares", Context> = async (
  { proof, handle, signature },
  { config, db, today, nowSeconds },
) => {
  const challenge = await checkProof(config.keys.challenge, proof, "recover", nowSeconds);
  const since = recoveryRequestsBeforeDay(today);
  const request = await findCollectable(db, handle, since, today);
  const { bytes, day } = challenge;
  const key = request?.signInKey ?? null;
  const theirs = await signInHolds(key, signature, config.originHash, bytes, day);
  const approvals = request !== null && theirs ? await selectApprovals(db, request) : [];
  const row =
    request === null || approvals.length === 0 ? null : await findSetUp(db, request.owner);
  if (row === null) return { approved: null, day: today };
  const setUp = { statement: row.statement, signature: row.signature };
  return { approved: { owner: row.owner, setUp, approvals: [...approvals] }, day: today };
};
