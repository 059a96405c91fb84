/** A passkey as a way in, seen from an account: which there are, and adding and leaving out one. */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { StoredKeyring } from "../../worker/contract/session.ts";
import type { SlotOwner, WayIn } from "../crypto/keyring-slots.ts";
import { passkeySalt, passkeySlot, passkeySlotId } from "../crypto/passkey-unlock.ts";
import { sodium } from "../crypto/sodium.ts";
import { VaultFailure } from "./failure.ts";
import type { Way } from "./member-keyring.ts";
import type { PasskeyQuestion } from "./passkey-vault.ts";

function isSlotOf(passkey: string, { kind, id }: Pick<WayIn, "kind" | "id">): boolean {
  return kind === "passkey" && id === passkeySlotId(passkey);
}

/** @param origin 32-byte hash of the organisation's origin. */
export function slotOwner(
  origin: Uint8Array,
  { member }: Pick<StoredKeyring, "member">,
): SlotOwner {
  return { origin, memberId: fromBase64Url(member) };
}

export function passkeyQuestion(owner: SlotOwner, passkey: string): PasskeyQuestion {
  return { passkey, salt: passkeySalt(owner, passkey) };
}

export function passkeysAmong(
  ways: readonly Pick<WayIn, "kind" | "id">[],
  passkeys: readonly string[],
): readonly string[] {
  return passkeys.filter((passkey) => ways.some((way) => isSlotOf(passkey, way)));
}

/** Wipes the secret. */
export function passkeyArrival(owner: SlotOwner, passkey: string, secret: Uint8Array): Way {
  return { kind: "passkey", slot: passkeySlot(secret, owner, passkey), keyring: null };
}

/** Wipes the secret. A passkey that is a way in already is so once. */
export function withPasskey(
  ways: readonly WayIn[],
  owner: SlotOwner,
  passkey: string,
  secret: Uint8Array,
): readonly WayIn[] {
  const { publicKey, secretKey } = passkeySlot(secret, owner, passkey);
  sodium().memzero(secretKey);
  const way: WayIn = {
    kind: "passkey",
    id: passkeySlotId(passkey),
    publicKey: toBase64Url(publicKey),
    signInKey: null,
  };
  return [...ways.filter((other) => !isSlotOf(passkey, other)), way];
}

/** Null when every passkey among them is one of these. */
export function withPasskeysOf(
  ways: readonly WayIn[],
  passkeys: readonly string[],
): readonly WayIn[] | null {
  const kept = ways.filter(
    (way) => way.kind !== "passkey" || passkeys.some((passkey) => isSlotOf(passkey, way)),
  );
  return kept.length === ways.length ? null : kept;
}

/** @throws VaultFailure `not-ready` when it is no way in */
export function withoutPasskey(ways: readonly WayIn[], passkey: string): readonly WayIn[] {
  const left = ways.filter((way) => !isSlotOf(passkey, way));
  if (left.length === ways.length) throw new VaultFailure("not-ready");
  return left;
}
