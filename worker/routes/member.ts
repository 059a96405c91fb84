/**
 * Members: signing in with a key derived from a passphrase that never comes here, and keeping a keyring
 * that cannot be opened here.
 * Invariant: an unknown handle is answered like a known one until the signature fails, and then alike too.
 */
import { toBase64Url } from "../contract/bytes.ts";
import { PROOF_BITS_UNDER_LOAD, SALT_BYTES } from "../contract/limits.ts";
import { concat, label } from "../contract/preimages.ts";
import type { SignInWay } from "../contract/session.ts";
import { findColleaguesSignInKey } from "../db/colleagues.ts";
import { findRecoverySignInKey } from "../db/keyrings.ts";
import { findMember, type MemberRow } from "../db/members.ts";
import { findSecondFactors, hasSecondFactor } from "../db/second-factors.ts";
import { deleteSession, insertSession } from "../db/sessions.ts";
import { insertSpent } from "../db/spent.ts";
import { asMember } from "../domain/actor.ts";
import type { OpenChallenge } from "../domain/challenge.ts";
import { checkProof, spend } from "../domain/proof.ts";
import { Refusal } from "../domain/refusal.ts";
import { recoveryRequestsBeforeDay } from "../domain/retention.ts";
import { signInHolds } from "../domain/signature.ts";
import { issueTicket } from "../domain/ticket.ts";
import type { Handler } from "../http/mount.ts";
import type { Context } from "./context.ts";
import { inForce, openSession } from "./opening.ts";

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

/**
 * After many tries at one name each further one costs work, and the work is good for that one: whoever hammers at
 * somebody's name pays, and so does that somebody, a second or two, and gets in.
 * @throws Refusal `proof-too-cheap` or `proof-used`, whether anybody has the name or not
 */
async function checkPaid(
  handle: string,
  challenge: OpenChallenge,
  context: Context,
): Promise<void> {
  const hammered = await context.handleFuse(handle);
  if (challenge.bits >= PROOF_BITS_UNDER_LOAD) {
    if (!(await insertSpent(context.db, await spend(challenge)))) throw new Refusal("proof-used");
  } else if (hammered) throw new Refusal("proof-too-cheap", "proof.challenge");
}

/**
 * A challenge without that price is not remembered as spent, for the reason given at `reporterSignIn`.
 */
export const memberSignIn: Handler<"memberSignIn", Context> = async (input, context) => {
  const { db, config, today, nowSeconds } = context;
  const challenge = await checkProof(
    config.keys.challenge,
    input.proof,
    "member-sign-in",
    nowSeconds,
  );
  await checkPaid(input.handle, challenge, context);
  const row = inForce(await findMember(db, input.handle), today);
  const holds = await signInHolds(
    await signInKeyOf(input.way, input.handle, row, context),
    input.signature,
    config.originHash,
    challenge.bytes,
    challenge.day,
  );
  if (row === null || !holds) throw new Refusal("unauthorised");
  const factors = await findSecondFactors(db, row.memberId);
  if (hasSecondFactor(factors)) {
    const { ticket, recoveryTicket } = config.keys;
    const byPassphrase = input.way === "passphrase";
    return {
      kind: "second-factor",
      ticket: await issueTicket(byPassphrase ? ticket : recoveryTicket, row.memberId, nowSeconds),
      passkeys: factors.passkeys.map(({ credentialId, host }) => ({ id: credentialId, host })),
      totp: factors.authenticator !== null,
      recovery: byPassphrase && (await findRecoverySignInKey(db, input.handle)) !== null,
    };
  }
  const { session, answer } = await openSession(row, "none", 0, context);
  await insertSession(db, session);
  return answer;
};

/**
 * Null where that way does not sign in: no recovery key was made, or too few colleagues have approved. It is looked for
 * whoever is asked about, so that time does not tell.
 */
async function signInKeyOf(
  way: SignInWay,
  handle: string,
  row: MemberRow | null,
  { db, today }: Context,
): Promise<string | null> {
  switch (way) {
    case "passphrase":
      return row?.signInKey ?? null;
    case "recovery": {
      const key = await findRecoverySignInKey(db, handle);
      return row === null ? null : key;
    }
    case "colleagues": {
      const key = await findColleaguesSignInKey(db, handle, recoveryRequestsBeforeDay(today));
      return row === null ? null : key;
    }
  }
}

export const memberSignOut: Handler<"memberSignOut", Context> = async (_input, { db }, actor) => {
  await deleteSession(db, asMember(actor).tokenHash);
  return {};
};
