/** What a member's vault holds once it is unlocked and the roster has verified: whose keys, by which list of people. */
import type { SealKeyPair, SigningSeed } from "../crypto/keys.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";

export interface Holding {
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  readonly roster: VerifiedRoster;
  /** base64url */
  readonly memberId: string;
  readonly signing: SigningSeed;
  /** By the id of their public key, base64url. */
  readonly pairs: ReadonlyMap<string, SealKeyPair>;
}
