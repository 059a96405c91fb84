/**
 * Texts nobody has sent yet, while a member's page is locked: sealed to the member's own newest key, so that what
 * was locked away opens again only where the keyring does. wrap (1,168) || sealed text. PROTOCOL.md, "Drafts".
 */
import { concat } from "../../worker/contract/preimages.ts";
import { WRAP_BYTES } from "../../worker/contract/limits.ts";
import { fromUtf8, random, utf8 } from "./bytes.ts";
import { open, seal } from "./envelope.ts";
import type { Keyring } from "./keyring.ts";
import { sealKeyPairs } from "./keyring.ts";
import { sodium } from "./sodium.ts";
import { CryptoError, LABELS } from "./suite.ts";
import { openWrapped, sealWrapped } from "./wrapped.ts";

const KEY_BYTES = 32;

function place(keyring: Keyring, origin: Uint8Array): Uint8Array {
  return concat(LABELS.drafts, origin, keyring.memberId);
}

/** @param origin 32-byte hash of the organisation's origin. */
export function sealDrafts(text: string, keyring: Keyring, origin: Uint8Array): Uint8Array {
  const [newest] = sealKeyPairs(keyring);
  if (newest === undefined) throw new CryptoError("wrap-invalid");
  const key = random(KEY_BYTES);
  const where = place(keyring, origin);
  const wrap = sealWrapped(key, newest.publicKey, LABELS.drafts, where);
  const sealed = seal(utf8(text), where, key);
  sodium().memzero(key);
  return concat(wrap, sealed);
}

/** Null when it was sealed for somebody else, or to a key this keyring no longer has. */
export function openDrafts(
  sealed: Uint8Array,
  keyring: Keyring,
  origin: Uint8Array,
): string | null {
  if (sealed.length < WRAP_BYTES) return null;
  const where = place(keyring, origin);
  for (const pair of sealKeyPairs(keyring)) {
    try {
      const key = openWrapped(sealed.subarray(0, WRAP_BYTES), pair, LABELS.drafts, where);
      const text = open(sealed.subarray(WRAP_BYTES), where, key);
      sodium().memzero(key);
      return text === null ? null : fromUtf8(text);
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
    }
  }
  return null;
}
