/**
 * A member's open keyring: its key, its ways in, and what it will be once the server has it.
 * Invariants: a save replaces the version it was made from and no other; what was only prepared counts for nothing
 * until the server has it; and a new key goes to the ways in that the keyring itself vouches for.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type {
  KeyringSave,
  KeyringSlot,
  RekeyedSave,
  StoredKeyring,
} from "../../worker/contract/session.ts";
import type { SlotKind } from "../../worker/contract/session.ts";
import type { SlotOwner, WayIn } from "../crypto/keyring-slots.ts";
import { openSlot, sealSlot, slotFor, vouchedFor, wayInHash } from "../crypto/keyring-slots.ts";
import type { Keyring } from "../crypto/keyring.ts";
import { openKeyring, sealKeyPairs, sealKeyring } from "../crypto/keyring.ts";
import type { KeyringKey, SealKeyPair } from "../crypto/keys.ts";
import { keyIdOf, newKeyringKey } from "../crypto/keys.ts";
import { VaultFailure } from "./failure.ts";

/** What somebody came in with: the pair of a slot, and for a passphrase the key of a keyring without slots. */
export interface Way {
  readonly kind: SlotKind;
  readonly slot: SealKeyPair;
  readonly keyring: KeyringKey | null;
}

interface Held {
  readonly keyring: Keyring;
  readonly version: number;
  readonly key: KeyringKey;
  readonly waysIn: readonly WayIn[];
}

/** What may be written into a keyring; who the member is never changes. */
export type KeyringChange = Partial<Pick<Keyring, "highestRoster" | "auditHead" | "sealSeeds">>;

/** By base64url of their key ids; newest first. */
export type Pairs = ReadonlyMap<string, SealKeyPair>;

function pairsOf(keyring: Keyring): Pairs {
  return new Map(sealKeyPairs(keyring).map((pair) => [toBase64Url(keyIdOf(pair.publicKey)), pair]));
}

function keyOf(stored: StoredKeyring, way: Way, owner: SlotOwner): KeyringKey {
  if (stored.slots.length === 0 && way.keyring !== null) return way.keyring;
  const slot = slotFor(stored.slots, way.kind, way.slot);
  if (slot === undefined) throw new VaultFailure("passphrase-wrong");
  return openSlot(slot, way.slot, owner);
}

export class MemberKeyring {
  readonly #origin: Uint8Array;
  #held: Held;
  #prepared: Held | null = null;
  #pairs: Pairs;

  private constructor(origin: Uint8Array, held: Held) {
    this.#origin = origin;
    this.#held = held;
    this.#pairs = pairsOf(held.keyring);
  }

  /**
   * @param origin 32-byte hash of the organisation's origin.
   * @throws VaultFailure `not-a-member`, CryptoError `passphrase-wrong`, `slot-unknown`.
   */
  static open(stored: StoredKeyring, way: Way, origin: Uint8Array): MemberKeyring {
    const owner = { origin, memberId: fromBase64Url(stored.member) };
    const key = keyOf(stored, way, owner);
    const keyring = openKeyring(fromBase64Url(stored.keyring), key, origin);
    if (toBase64Url(keyring.memberId) !== stored.member) throw new VaultFailure("not-a-member");
    const waysIn = vouchedFor(stored.slots, keyring.waysIn);
    return new MemberKeyring(origin, { keyring, version: stored.keyringVersion, key, waysIn });
  }

  get keyring(): Keyring {
    return this.#held.keyring;
  }

  get pairs(): Pairs {
    return this.#pairs;
  }

  /** Is it in the keyring, and not only in this session? */
  holds({ publicKey }: SealKeyPair): boolean {
    return pairsOf(this.#held.keyring).has(toBase64Url(keyIdOf(publicKey)));
  }

  get waysIn(): readonly WayIn[] {
    return this.#held.waysIn;
  }

  /** The next keyring under the same key: for what a member remembers. */
  save(change: KeyringChange): KeyringSave {
    const { keyring, version, key, waysIn } = this.#held;
    return this.#prepare({ keyring: { ...keyring, ...change }, version: version + 1, key, waysIn });
  }

  /**
   * The next keyring under a new key, which goes to each of these ways and to no other: whoever held the old key,
   * or a way that is left out, opens nothing that is sealed from here on.
   */
  saveUnderNewKey(waysIn: readonly WayIn[], change: KeyringChange = {}): RekeyedSave {
    const { keyring, version } = this.#held;
    const next: Held = {
      keyring: { ...keyring, ...change, waysIn: waysIn.map(wayInHash) },
      version: version + 1,
      key: newKeyringKey(),
      waysIn,
    };
    const owner = { origin: this.#origin, memberId: keyring.memberId };
    const slots: KeyringSlot[] = waysIn.map((way) => sealSlot(next.key, way, owner));
    return { ...this.#prepare(next), slots };
  }

  #prepare(next: Held): KeyringSave {
    this.#prepared = next;
    const sealed = sealKeyring(next.keyring, next.key, this.#origin);
    return { replacesVersion: next.version - 1, keyring: toBase64Url(sealed) };
  }

  /** The server has what was prepared last. Anything else it may have is not ours to build on. */
  saved(version: number): void {
    const next = this.#prepared;
    if (next === null || next.version !== version) throw new VaultFailure("not-ready");
    this.#held = next;
    this.#prepared = null;
    // A key that was given up still opens what this session has fetched under it, and goes with the session.
    this.#pairs = new Map([...pairsOf(next.keyring), ...this.#pairs]);
  }
}
