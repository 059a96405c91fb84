/**
 * A member's saved views, which the server keeps: sealed under a key of their own signing seed, which outlives every
 * passphrase and every month's key. One size, whatever they hold. PROTOCOL.md, "Saved views".
 */
import { SAVED_VIEWS_BYTES } from "../../worker/contract/limits.ts";
import { concat, u32 } from "../../worker/contract/preimages.ts";
import { fromUtf8, utf8 } from "./bytes.ts";
import { open, seal } from "./envelope.ts";
import { hash } from "./hash.ts";
import type { Keyring } from "./keyring.ts";
import { padTo, unpad } from "./padding.ts";
import { sodium } from "./sodium.ts";
import { CryptoError, LABELS } from "./suite.ts";

type Owner = Pick<Keyring, "memberId" | "signing">;

/** One version never opens in the place of another. */
function place({ memberId }: Owner, origin: Uint8Array, version: number): Uint8Array {
  return concat(LABELS.savedViews, origin, memberId, u32(version));
}

/**
 * @param origin 32-byte hash of the organisation's origin. @param version the one this will be stored as.
 * @throws CryptoError `text-too-long` when they do not fit their size.
 */
export function sealViews(
  text: string,
  owner: Owner,
  origin: Uint8Array,
  version: number,
): Uint8Array {
  const padded = padTo(utf8(text), SAVED_VIEWS_BYTES);
  const key = hash(LABELS.savedViewsKey, origin, owner.signing);
  const sealed = seal(padded, place(owner, origin, version), key);
  sodium().memzero(key);
  return sealed;
}

/** @throws CryptoError `views-invalid` for what this member did not seal as that version. */
export function openViews(
  sealed: Uint8Array,
  owner: Owner,
  origin: Uint8Array,
  version: number,
): string {
  const key = hash(LABELS.savedViewsKey, origin, owner.signing);
  const padded = open(sealed, place(owner, origin, version), key);
  sodium().memzero(key);
  if (padded === null) throw new CryptoError("views-invalid");
  try {
    return fromUtf8(unpad(padded));
  } catch (cause) {
    throw new CryptoError("views-invalid", { cause });
  }
}
