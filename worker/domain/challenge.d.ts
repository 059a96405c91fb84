import { type Action } from "../contract/session.ts";
export declare const CHALLENGE_RANDOM_BYTES = 16;
/** Signing in follows at once; writing takes as long as it takes. */
export declare const SIGN_IN_CHALLENGE_SECONDS = 120;
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
/** @param random 16 bytes */
export declare function issueChallenge(
  key: CryptoKey,
  action: Action,
  bits: number,
  day: number,
  nowSeconds: number,
  random: Uint8Array,
): Promise<string>;
/** @throws Refusal `proof-wrong` when it is not ours or for another action, `proof-expired` when it is too old. */
export declare function openChallenge(
  key: CryptoKey,
  text: string,
  action: Action,
  nowSeconds: number,
): Promise<OpenChallenge>;
