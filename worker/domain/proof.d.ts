import type { Action, Proof } from "../contract/session.ts";
import { type OpenChallenge } from "./challenge.ts";
/** @throws Refusal `proof-wrong` or `proof-expired` */
export declare function checkProof(
  key: CryptoKey,
  proof: Proof,
  action: Action,
  nowSeconds: number,
): Promise<OpenChallenge>;
/** What is remembered of a spent challenge, until it would have expired anyway. */
export interface Spent {
  readonly expiresDay: number;
  readonly challengeHash: string;
}
export declare function spend(challenge: OpenChallenge): Promise<Spent>;
