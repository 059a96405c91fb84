/**
 * The second half of a sign-in, and what it is made with.
 * Invariant: a try is counted and its ticket spent before it is judged; what holds is used up with the session it
 * opens; and nobody who has not shown a passphrase learns from here that a member exists.
 */
import type { SignedAudit } from "../contract/audit.ts";
import { fromBase64Url } from "../contract/bytes.ts";
import type { InputOf } from "../contract/endpoints.ts";
import { PASSKEYS_EACH, WRONG_CODES_A_DAY } from "../contract/limits.ts";
import { needsSecondFactor, type SecondFactor } from "../contract/second-factor.ts";
import { findSlots } from "../db/keyrings.ts";
import { findRecoverySignInKey } from "../db/keyrings.ts";
import { findMemberById, type MemberRow } from "../db/members.ts";
import { violationOf } from "../db/open.ts";
import {
  beginTry,
  deleteAuthenticator,
  deletePasskey,
  findSecondFactors,
  hasSecondFactor,
  insertPasskey,
  insertProvenSession,
  putAuthenticator,
  type Enrolment,
  type ProvenFactor,
  type SecondFactors,
} from "../db/second-factors.ts";
import { asMember, type Member } from "../domain/actor.ts";
import { sealedStepOf, sealSecret, spendStep, stepOf } from "../domain/authenticator.ts";
import { checkAssertion, checkCreation } from "../domain/passkey.ts";
import { checkProof } from "../domain/proof.ts";
import { Refusal } from "../domain/refusal.ts";
import { signInHolds } from "../domain/signature.ts";
import { issueTicket, openTicket } from "../domain/ticket.ts";
import { passkeySlotId } from "../domain/ways-in.ts";
import type { Handler } from "../http/mount.ts";
import { checkAudit, logging } from "./audit.ts";
import type { Context } from "./context.ts";
import { inForce, openSession } from "./opening.ts";

type Proof = InputOf<"memberSecondFactor">["proof"];
type Held = Omit<ProvenFactor, "session"> & { readonly kind: Exclude<SecondFactor, "none"> };

export const memberSecondFactor: Handler<"memberSecondFactor", Context> = async (
  { ticket, proof },
  context,
) => {
  const { db, config, today, nowSeconds } = context;
  const afterPassphrase = await openTicket(config.keys.ticket, ticket, nowSeconds);
  const opened =
    afterPassphrase ?? (await openTicket(config.keys.recoveryTicket, ticket, nowSeconds));
  if (opened === null) throw new Refusal("unauthorised");
  const { memberId, spent } = opened;
  const row = inForce(await findMemberById(db, memberId), today);
  if (row === null) throw new Refusal("unauthorised");
  const tries = await beginTry(db, memberId, today, spent);
  if (tries === null) throw new Refusal("unauthorised");
  if (proof.kind === "totp" && tries.today > WRONG_CODES_A_DAY) throw new Refusal("too-many-codes");
  const factors = await findSecondFactors(db, memberId);
  const held =
    proof.kind === "recovery"
      ? await holdingRecoveryKey(proof, afterPassphrase === null ? null : row, context)
      : await holdingFactor(proof, ticket, memberId, factors, context);
  if (held === null) throw new Refusal("unauthorised");
  const { kind, step, passkey } = held;
  const failed = tries.earlier + tries.today - 1;
  const { session, answer } = await openSession(row, kind, failed, context);
  if (!(await insertProvenSession(db, { session, step, passkey }))) {
    throw new Refusal("unauthorised");
  }
  return answer;
};

/** The recovery key beside the passphrase; null where the passphrase did not come first. */
async function holdingRecoveryKey(
  { proof, signature }: Extract<Proof, { kind: "recovery" }>,
  row: MemberRow | null,
  { db, config, nowSeconds }: Context,
): Promise<Held | null> {
  const challenge = await checkProof(config.keys.challenge, proof, "member-sign-in", nowSeconds);
  if (row === null) return null;
  const key = await findRecoverySignInKey(db, row.handle);
  const { bytes, day } = challenge;
  const holds = await signInHolds(key, signature, config.originHash, bytes, day);
  return holds ? { kind: "recovery", step: null, passkey: null } : null;
}

async function holdingFactor(
  proof: Exclude<Proof, { kind: "recovery" }>,
  ticket: string,
  memberId: string,
  { passkeys, authenticator }: SecondFactors,
  { config, nowSeconds }: Context,
): Promise<Held | null> {
  switch (proof.kind) {
    case "totp": {
      if (authenticator === null) return null;
      const { authenticatorSecret, codeStep } = config.keys;
      const { secret } = authenticator;
      const step = await sealedStepOf(
        authenticatorSecret,
        memberId,
        secret,
        proof.code,
        nowSeconds,
      );
      if (step === null) return null;
      return { kind: "totp", step: await spendStep(codeStep, memberId, step), passkey: null };
    }
    case "passkey": {
      const passkey = passkeys.find(({ credentialId }) => credentialId === proof.assertion.id);
      if (passkey === undefined) return null;
      const counter = await checkAssertion(proof.assertion, passkey, ticket, config.origins);
      if (counter === null) return null;
      const { credentialId } = passkey;
      return { kind: "passkey", step: null, passkey: { credentialId, counter } };
    }
  }
}

const NO_FACTORS: SecondFactors = { passkeys: [], authenticator: null };

export const secondFactors: Handler<"secondFactors", Context> = async (_input, { db }, actor) => {
  const { memberId, roles, secondFactor } = asMember(actor);
  const found = await findSecondFactors(db, memberId);
  // Whoever came in by the recovery key has lost them: they count no more once another is added.
  const { passkeys, authenticator } = secondFactor === "recovery" ? NO_FACTORS : found;
  return {
    passkeys: passkeys.map(({ credentialId, host, addedDay, prf }) => ({
      id: credentialId,
      host,
      addedDay,
      prf,
    })),
    authenticatorAddedDay: authenticator?.addedDay ?? null,
    required: needsSecondFactor(roles),
  };
};

/** A session of before the first second factor adds no other: it ended when that one was added. */
async function checkMayAdd(member: Member, { db }: Context): Promise<SecondFactors> {
  const factors = await findSecondFactors(db, member.memberId);
  if (member.secondFactor === "none" && hasSecondFactor(factors)) {
    throw new Refusal("second-factor-required");
  }
  return factors;
}

const ADDED = { kind: "second-factor", change: "added" } as const;
const REMOVED = { kind: "second-factor", change: "removed" } as const;

async function enrolment(
  member: Member,
  audit: SignedAudit,
  { secondFactor, spent }: Pick<Enrolment, "secondFactor" | "spent">,
  context: Context,
): Promise<Enrolment> {
  const { insert } = await checkAudit(context, member, audit, ADDED);
  const { memberId, tokenHash } = member;
  const former = member.secondFactor === "recovery" ? "lost" : "stays";
  const { today } = context;
  return { entry: insert, memberId, tokenHash, secondFactor, former, today, spent };
}

export const addAuthenticator: Handler<"addAuthenticator", Context> = async (
  { secret, code, audit },
  context,
  actor,
) => {
  const member = asMember(actor);
  const { db, config, nowSeconds } = context;
  await checkMayAdd(member, context);
  const bytes = fromBase64Url(secret);
  const step = stepOf(bytes, code, nowSeconds);
  if (step === null) throw new Refusal("second-factor-wrong", "code");
  const spent = await spendStep(config.keys.codeStep, member.memberId, step);
  const sealed = await sealSecret(config.keys.authenticatorSecret, member.memberId, bytes);
  const adding = await enrolment(member, audit, { secondFactor: "totp", spent }, context);
  try {
    await logging(() => putAuthenticator(db, sealed, adding));
  } catch (error) {
    if (violationOf(error)?.table === "spent") throw new Refusal("second-factor-wrong", "code");
    throw error;
  }
  return {};
};

export const passkeyTicket: Handler<"passkeyTicket", Context> = async (_input, context, actor) => {
  const { config, nowSeconds } = context;
  const { memberId } = asMember(actor);
  return { ticket: await issueTicket(config.keys.enrolment, memberId, nowSeconds) };
};

export const addPasskey: Handler<"addPasskey", Context> = async (
  { ticket, creation, audit },
  context,
  actor,
) => {
  const member = asMember(actor);
  const { db, config, nowSeconds } = context;
  const { passkeys } = await checkMayAdd(member, context);
  const lost = member.secondFactor === "recovery";
  if (!lost && passkeys.length >= PASSKEYS_EACH) throw new Refusal("conflict", "creation");
  const opened = await openTicket(config.keys.enrolment, ticket, nowSeconds);
  const passkey =
    opened?.memberId === member.memberId
      ? await checkCreation(creation, ticket, config.origins)
      : null;
  if (opened === null || passkey === null) throw new Refusal("second-factor-wrong", "creation");
  const { spent } = opened;
  const adding = await enrolment(member, audit, { secondFactor: "passkey", spent }, context);
  try {
    await logging(() => insertPasskey(db, passkey, adding));
  } catch (error) {
    if (violationOf(error)?.rule === "unique") throw new Refusal("second-factor-wrong", "creation");
    throw error;
  }
  return {};
};

/** A passkey that opens a keyring is first taken from it: nothing else can seal that keyring under a new key. */
async function checkOpensNothing(
  credentialId: string,
  { memberId }: Member,
  { db }: Context,
): Promise<void> {
  const id = await passkeySlotId(credentialId);
  const slots = await findSlots(db, memberId);
  if (slots.some((slot) => slot.kind === "passkey" && slot.id === id)) {
    throw new Refusal("conflict", "factor");
  }
}

export const removeSecondFactor: Handler<"removeSecondFactor", Context> = async (
  { factor, audit },
  context,
  actor,
) => {
  const member = asMember(actor);
  const { memberId, tokenHash, roles } = member;
  const { db } = context;
  const { passkeys, authenticator } = await findSecondFactors(db, memberId);
  const there =
    factor.kind === "authenticator"
      ? authenticator !== null
      : passkeys.some(({ credentialId }) => credentialId === factor.id);
  if (!there) throw new Refusal("not-found");
  if (factor.kind === "passkey") await checkOpensNothing(factor.id, member, context);
  const last = needsSecondFactor(roles) ? "stays" : "goes";
  const left = passkeys.length + (authenticator === null ? 0 : 1);
  if (last === "stays" && left === 1) throw new Refusal("last-second-factor");
  const { insert } = await checkAudit(context, member, audit, REMOVED);
  const removal = { entry: insert, memberId, tokenHash, last } as const;
  const gone = await logging(() =>
    factor.kind === "authenticator"
      ? deleteAuthenticator(db, removal)
      : deletePasskey(db, factor.id, removal),
  );
  if (gone === 0) throw new Refusal("last-second-factor");
  return {};
};
