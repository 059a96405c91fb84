import type { Spent } from "./proof.ts";
/** Nonce, then AES-256-GCM of the secret; base64url. */
export declare function sealSecret(
  key: CryptoKey,
  memberId: string,
  secret: Uint8Array<ArrayBuffer>,
): Promise<string>;
/** The step, counted from 1970, that a code is of; null when it is of none near `nowSeconds`. */
export declare function stepOf(
  secret: Uint8Array<ArrayBuffer>,
  code: string,
  nowSeconds: number,
): number | null;
/** The same against a secret as it is stored. */
export declare function sealedStepOf(
  key: CryptoKey,
  memberId: string,
  sealed: string,
  code: string,
  nowSeconds: number,
): Promise<number | null>;
/**
 * A step is remembered as used under a keyed digest: a copy of the database alone does not tell in which half
 * minute somebody signed in.
 */
export declare function spendStep(key: CryptoKey, memberId: string, step: number): Promise<Spent>;
