/**
 * Challenges: the nonce a sign-in signs and the puzzle a proof of work solves. Stateless: the server
 * recognises its own by their HMAC (layout: contract/session.ts, CHALLENGE_BYTES).
 * Invariant: a challenge is good for one action, until its expiry, at the price it was given out for.
 */
import { fromBase64Url, toBase64Url } from "../contract/bytes.ts";
import { CHALLENGE_SECONDS } from "../contract/limits.ts";
import { concat, label, u32 } from "../contract/preimages.ts";
import { ACTIONS, CHALLENGE_BYTES, type Action } from "../contract/session.ts";
import { Refusal } from "./refusal.ts";

const VERSION = 1;
const OPEN_BYTES = 27;
export const CHALLENGE_RANDOM_BYTES = 16;

/** Signing in follows at once; writing takes as long as it takes. */
export const SIGN_IN_CHALLENGE_SECONDS = 120;

export interface OpenChallenge {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly action: Action;
  /** Leading zero bits a proof must show. */
  readonly bits: number;
  /** The server's day when it was given out. */
  readonly day: number;
  /** Seconds since 1970-01-01, UTC. */
  readonly expires: number;
}

function lifetimeSeconds(action: Action): number {
  switch (action) {
    case "submit":
    case "reporter-append":
    case "join":
    case "feedback":
      return CHALLENGE_SECONDS;
    case "reporter-sign-in":
    case "member-sign-in":
    case "recover":
      return SIGN_IN_CHALLENGE_SECONDS;
  }
}

function authenticated(open: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(label("challenge"), open);
}

/** @param random 16 bytes */
export async function issueChallenge(
  key: CryptoKey,
  action: Action,
  bits: number,
  day: number,
  nowSeconds: number,
  random: Uint8Array,
): Promise<string> {
  const open = concat(
    Uint8Array.of(VERSION, ACTIONS.indexOf(action) + 1, bits),
    u32(day),
    u32(nowSeconds + lifetimeSeconds(action)),
    random,
  );
  return toBase64Url(
    concat(open, new Uint8Array(await crypto.subtle.sign("HMAC", key, authenticated(open)))),
  );
}

/** @throws Refusal `proof-wrong` when it is not ours or for another action, `proof-expired` when it is too old. */
export async function openChallenge(
  key: CryptoKey,
  text: string,
  action: Action,
  nowSeconds: number,
): Promise<OpenChallenge> {
  const bytes = fromBase64Url(text);
  if (bytes.length !== CHALLENGE_BYTES) throw new Refusal("proof-wrong", "proof.challenge");
  const open = bytes.subarray(0, OPEN_BYTES);
  const ours = await crypto.subtle.verify(
    "HMAC",
    key,
    bytes.subarray(OPEN_BYTES),
    authenticated(open),
  );
  const view = new DataView(bytes.buffer);
  if (!ours || view.getUint8(0) !== VERSION || ACTIONS[view.getUint8(1) - 1] !== action) {
    throw new Refusal("proof-wrong", "proof.challenge");
  }
  const expires = view.getUint32(7);
  if (expires < nowSeconds) throw new Refusal("proof-expired", "proof.challenge");
  return { bytes, action, bits: view.getUint8(2), day: view.getUint32(3), expires };
}
