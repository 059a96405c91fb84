/** What a page asks of the vault about passkeys that unlock. Passkeys are named by their credential ids, base64url. */
import type { RekeyedSave, StoredKeyring } from "../../worker/contract/session.ts";

/** What a passkey's device is to derive a secret for. */
export interface PasskeyQuestion {
  readonly passkey: string;
  /** 32 bytes. */
  readonly salt: Uint8Array;
}

export interface PasskeyVault {
  /** Of a member's passkeys those that open this keyring; asked before any of it is open. */
  unlockingPasskeys(
    stored: Pick<StoredKeyring, "member" | "slots">,
    passkeys: readonly string[],
  ): Promise<readonly PasskeyQuestion[]>;
  /** What its device derived, kept as a passphrase is for `unlock`. It signs nobody in. Hand it over, keep no copy. */
  enterPasskey(
    stored: Pick<StoredKeyring, "member">,
    passkey: string,
    secret: Uint8Array,
  ): Promise<void>;
  /** Which of these are ways into the open keyring, by what the keyring itself says. */
  passkeysThatUnlock(passkeys: readonly string[]): Promise<readonly string[]>;
  unlocksByPasskey(): Promise<boolean>;
  /** The keyring under a new key, for every way in but passkeys that are none of these; null when it has no other. */
  keepPasskeyUnlocks(passkeys: readonly string[]): Promise<RekeyedSave | null>;
  passkeyQuestion(passkey: string): Promise<PasskeyQuestion>;
  /** The keyring under a new key, for this passkey and every way in there is. */
  addPasskeyUnlock(passkey: string, secret: Uint8Array): Promise<RekeyedSave>;
  /** The keyring under a new key, for every way in but this one. Rejects with `not-ready` where it is none. */
  removePasskeyUnlock(passkey: string): Promise<RekeyedSave>;
}
