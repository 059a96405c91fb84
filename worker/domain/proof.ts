/**
 * Proof of work: what somebody without a name pays instead of being counted by address.
 * Invariant: the checks run cheapest first, and only a challenge of ours costs the server a PBKDF2.
 */
import { hasLeadingZeroBits, label, concat, proofPassword } from "../contract/preimages.ts";
import { HASH_BYTES, PROOF_ITERATIONS } from "../contract/limits.ts";
import type { Action, Proof } from "../contract/session.ts";
import { openChallenge, type OpenChallenge } from "./challenge.ts";
import { dayOf } from "./clocks.ts";
import { digest } from "./digest.ts";
import { Refusal } from "./refusal.ts";

/** @throws Refusal `proof-wrong` or `proof-expired` */
export async function checkProof(
  key: CryptoKey,
  proof: Proof,
  action: Action,
  nowSeconds: number,
): Promise<OpenChallenge> {
  const challenge = await openChallenge(key, proof.challenge, action, nowSeconds);
  if (challenge.bits === 0) return challenge;
  const password = await crypto.subtle.importKey(
    "raw",
    proofPassword(proof.counter),
    "PBKDF2",
    false,
    ["deriveBits"],
  );
  const derived = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt: challenge.bytes, iterations: PROOF_ITERATIONS },
    password,
    HASH_BYTES * 8,
  );
  if (!hasLeadingZeroBits(new Uint8Array(derived), challenge.bits)) {
    throw new Refusal("proof-wrong", "proof.counter");
  }
  return challenge;
}

/** What is remembered of a spent challenge, until it would have expired anyway. */
export interface Spent {
  readonly expiresDay: number;
  readonly challengeHash: string;
}

export async function spend(challenge: OpenChallenge): Promise<Spent> {
  return {
    expiresDay: dayOf(challenge.expires * 1_000),
    challengeHash: await digest(concat(label("spent"), challenge.bytes)),
  };
}
