/** What a member may do to the ways into their keyring: the one change that they sign for, and nothing besides. */
import { fromBase64Url, toBase64Url } from "../contract/bytes.ts";
import { ID_BYTES } from "../contract/limits.ts";
import { passkeySlotPreimage } from "../contract/preimages.ts";
import type { KeyringSlot, WayInChange } from "../contract/session.ts";
import { digestBytes } from "./digest.ts";

/** Names a passkey's slot: 16 bytes, base64url. */
export async function passkeySlotId(credentialId: string): Promise<string> {
  const hash = await digestBytes(passkeySlotPreimage(fromBase64Url(credentialId)));
  return toBase64Url(hash.slice(0, ID_BYTES));
}

type Slot = Pick<KeyringSlot, "kind" | "id" | "publicKey">;

function without(slots: readonly Slot[], others: readonly Slot[]): readonly Slot[] {
  return slots.filter(
    ({ kind, id, publicKey }) =>
      !others.some((at) => at.kind === kind && at.id === id && at.publicKey === publicKey),
  );
}

/**
 * Are the slots after it those before it, but for that change?
 * @param passkeySlots ids of the slots that the member's passkeys would have
 */
export function isThatChange(
  change: WayInChange,
  before: readonly Slot[],
  after: readonly Slot[],
  passkeySlots: readonly string[],
): boolean {
  const gone = without(before, after);
  const come = without(after, before).filter(
    // A keyring that had no slots was sealed under the passphrase's own key.
    ({ kind }) => before.length > 0 || kind !== "passphrase",
  );
  const [added, ...more] = come;
  if (more.length > 0) return false;
  if (change.kind === "recovery-key") {
    return added?.kind === "recovery" && gone.every(({ kind }) => kind === "recovery");
  }
  switch (change.change) {
    case "added":
      return gone.length === 0 && added?.kind === "passkey" && passkeySlots.includes(added.id);
    case "removed":
      return added === undefined && gone.length > 0 && gone.every(({ kind }) => kind === "passkey");
  }
}
