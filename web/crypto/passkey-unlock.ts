/**
 * A passkey as a way into a keyring, by WebAuthn's `prf` extension: a secret that its device derives for one salt, and
 * gives only to the host it was made on and once its owner has shown that it is them.
 * Invariant: the device is asked for another salt by each member's each passkey, and what it answers is never stored.
 * PROTOCOL.md, "Passkey unlock".
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { ID_BYTES } from "../../worker/contract/limits.ts";
import { passkeySlotPreimage } from "../../worker/contract/preimages.ts";
import { ofLength } from "./bytes.ts";
import { hash, sharedHash } from "./hash.ts";
import type { SlotOwner } from "./keyring-slots.ts";
import type { SealKeyPair } from "./keys.ts";
import { sealKeyPair } from "./keys.ts";
import { sodium } from "./sodium.ts";
import { LABELS } from "./suite.ts";

/** Of what a `prf` answers. */
const PRF_BYTES = 32;

/** Names the slot of a passkey; the server makes it too. Both base64url. */
export function passkeySlotId(credentialId: string): string {
  const whole = sharedHash(passkeySlotPreimage(fromBase64Url(credentialId)));
  return toBase64Url(whole.slice(0, ID_BYTES));
}

/** What the device is asked for: 32 bytes. Secret from nobody. */
export function passkeySalt({ origin, memberId }: SlotOwner, credentialId: string): Uint8Array {
  return hash(LABELS.passkeySalt, origin, memberId, fromBase64Url(credentialId));
}

/**
 * Wipes the output. @param output what the device answered for `passkeySalt`
 * @throws CryptoError `wrong-length`
 */
export function passkeySlot(
  output: Uint8Array,
  { origin, memberId }: SlotOwner,
  credentialId: string,
): SealKeyPair {
  const id = fromBase64Url(credentialId);
  const seed = hash(LABELS.passkeyUnlock, ofLength(output, PRF_BYTES), origin, memberId, id);
  const pair = sealKeyPair(seed);
  sodium().memzero(output);
  sodium().memzero(seed);
  return pair;
}
