/** A member's own keys and ways in, as a page may know of them: their age, and what replaces them. */
import type { InputOf } from "../../worker/contract/endpoints.ts";

/** How a member's keys stand with their age. Keys are named by base64url of their id. */
export interface KeyStanding {
  /** The newest is old enough to give way. */
  readonly due: boolean;
  /** Those before the newest, oldest first: wraps may be left under them. */
  readonly former: readonly string[];
  /** The newest has been out long enough for those before it to be forgotten. */
  readonly retirable: boolean;
}

/** What becomes of a member's recovery key with a new passphrase; `renewed` takes colleagues away as a way in. */
export type RecoveryKeyFate = "kept" | "renewed";

/** Everything the server is to replace at once: keyring, every slot, and the key that checks sign-ins. */
export type NewPassphrase = Omit<InputOf<"replacePassphrase">, "because" | "audit">;

/** A member's next key, for the server to take at once. */
export interface NewKey extends Omit<InputOf<"publishPacket">, "audit"> {
  readonly epoch: number;
}
