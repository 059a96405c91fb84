/** Ways into a keyring: each opens it, nobody else's does, and no way is taken on that the keyring does not know. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { SLOT_BYTES } from "../../worker/contract/limits.ts";
import { KeyringSlot } from "../../worker/contract/session.ts";
import { originHash } from "../../web/crypto/hash.ts";
import type { SlotOwner, WayIn } from "../../web/crypto/keyring-slots.ts";
import {
  ONLY_SLOT,
  openSlot,
  sealSlot,
  slotFor,
  vouchedFor,
  wayInHash,
} from "../../web/crypto/keyring-slots.ts";
import { openKeyring } from "../../web/crypto/keyring.ts";
import { keyringKey, newKeyringKey, sealKeyPair, verifyKeyOf } from "../../web/crypto/keys.ts";
import { stretch } from "../../web/crypto/passphrase.ts";
import { recoveryKeys } from "../../web/crypto/recovery-key.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { reporterKeys, trackingCode } from "../../web/crypto/tracking-code.ts";
import passphraseVectors from "../vectors/passphrase.json" with { type: "json" };
import vector from "../vectors/keyring-slots.json" with { type: "json" };
import { bytes, withOneByteFlipped } from "./arbitraries.ts";
import { fromHex, hex } from "./hex.ts";

beforeAll(async () => {
  await loadSodiumWithArgon2();
});

const OWNER: SlotOwner = {
  origin: new Uint8Array(32).fill(1),
  memberId: new Uint8Array(16).fill(2),
};
const pairOf = (filled: number) => sealKeyPair(new Uint8Array(32).fill(filled));

function wayOf(kind: WayIn["kind"], filled: number): WayIn {
  const publicKey = toBase64Url(pairOf(filled).publicKey);
  return { kind, id: ONLY_SLOT, publicKey, signInKey: null };
}

describe("the frozen ways into a keyring", () => {
  it("derive from a recovery key as written, and from a passphrase", () => {
    const { code, signInSeed, signInKey, slotSeed } = vector.recoveryKey;
    const keys = recoveryKeys(trackingCode(fromHex(code)));
    expect(hex(keys.signIn)).toBe(signInSeed);
    expect(toBase64Url(verifyKeyOf(keys.signIn))).toBe(signInKey);
    expect(keys.slot).toEqual(sealKeyPair(fromHex(slotSeed)));
    const [passphrase] = passphraseVectors.passphrases;
    if (passphrase === undefined) throw new Error("no vector");
    const { normalised, salt, passes, memoryKiB } = passphrase;
    const { slot } = stretch(normalised, { salt, passes, memoryKiB });
    expect(slot).toEqual(sealKeyPair(fromHex(vector.passphraseSlotSeed)));
  });

  it("open the key, and the key the keyring, which vouches for both", () => {
    const owner = { origin: originHash(vector.origin), memberId: fromHex(vector.memberId) };
    const slots = vector.slots.map(({ slot }) => KeyringSlot.parse(slot));
    for (const { slotSeed, slot, wayIn } of vector.slots) {
      const parsed = KeyringSlot.parse(slot);
      const key = openSlot(parsed, sealKeyPair(fromHex(slotSeed)), owner);
      expect(hex(key)).toBe(vector.keyringKey);
      expect(hex(wayInHash(parsed))).toBe(wayIn);
    }
    const key = keyringKey(fromHex(vector.keyringKey));
    const keyring = openKeyring(fromBase64Url(vector.keyring.sealed), key, owner.origin);
    expect(hex(keyring.memberId)).toBe(vector.memberId);
    expect(hex(keyring.signing)).toBe(vector.keyring.signing);
    expect(keyring.highestRoster).toBe(vector.keyring.highestRoster);
    expect(keyring.auditHead.seq).toBe(vector.keyring.auditHead.seq);
    expect(hex(keyring.auditHead.hash)).toBe(vector.keyring.auditHead.hash);
    expect(keyring.sealSeeds.map(({ epoch, seed }) => ({ epoch, seed: hex(seed) }))).toEqual(
      vector.keyring.sealSeeds,
    );
    expect(vouchedFor(slots, keyring.waysIn).map(({ kind }) => kind)).toEqual([
      "passphrase",
      "recovery",
    ]);
  });
});

describe("a slot", () => {
  it("opens to the key it was made of, with its own pair", () => {
    fc.assert(
      fc.property(bytes(32), bytes(32), bytes(32), bytes(16), (key, seed, origin, memberId) => {
        const pair = sealKeyPair(seed);
        const publicKey = toBase64Url(pair.publicKey);
        const way = { kind: "recovery", id: ONLY_SLOT, publicKey, signInKey: null } as const;
        const slot = sealSlot(keyringKey(key), way, { origin, memberId });
        expect(fromBase64Url(slot.sealed).length).toBe(SLOT_BYTES);
        expect(openSlot(slot, pair, { origin, memberId })).toEqual(key);
        expect(slotFor([slot], "recovery", pair)).toBe(slot);
        expect(slotFor([slot], "passphrase", pair)).toBeUndefined();
      }),
      { numRuns: 15 },
    );
  });

  it("does not open with another pair, for another member, place, kind or id, or once changed", () => {
    const slot = sealSlot(newKeyringKey(), wayOf("recovery", 3), OWNER);
    const pair = pairOf(3);
    const refused = (
      other: KeyringSlot,
      with_: Parameters<typeof openSlot>[1] = pair,
      owner: SlotOwner = OWNER,
    ) => expect(() => openSlot(other, with_, owner)).toThrow("passphrase-wrong");
    refused(slot, pairOf(4));
    refused(slot, pair, { ...OWNER, memberId: new Uint8Array(16).fill(9) });
    refused(slot, pair, { ...OWNER, origin: new Uint8Array(32).fill(9) });
    refused({ ...slot, kind: "passphrase" });
    refused({ ...slot, id: toBase64Url(new Uint8Array(16).fill(9)) });
    let flipped = 0;
    for (const sealed of withOneByteFlipped(fromBase64Url(slot.sealed))) {
      if (flipped % 16 === 0) refused({ ...slot, sealed: toBase64Url(sealed) });
      flipped += 1;
    }
    expect(flipped).toBe(SLOT_BYTES);
    expect(() => openSlot(slot, pair, OWNER)).not.toThrow();
  });

  it("derives from a recovery key, and never from a tracking code of the same words", () => {
    fc.assert(
      fc.property(bytes(16), (bits) => {
        const code = trackingCode(bits);
        const recovery = recoveryKeys(code);
        const reporter = reporterKeys(code);
        expect(recovery.signIn).not.toEqual(reporter.signIn);
        expect(recovery.slot.secretKey).not.toEqual(reporter.seal.secretKey);
      }),
      { numRuns: 10 },
    );
  });
});

describe("the ways a keyring vouches for", () => {
  function vouching() {
    const ways = [wayOf("passphrase", 3), wayOf("recovery", 4)];
    const slots = ways.map((way) => sealSlot(newKeyringKey(), way, OWNER));
    return { ways, slots, hashes: ways.map(wayInHash) };
  }

  it("are those it holds the hash of, in any order", () => {
    const { ways, slots, hashes } = vouching();
    expect(vouchedFor(slots, hashes)).toEqual(ways);
    expect(vouchedFor(slots.toReversed(), hashes)).toEqual(ways.toReversed());
    expect(vouchedFor([], [])).toEqual([]);
  });

  it("are none that the server added, exchanged, renamed, repeated or left out", () => {
    const { slots, hashes } = vouching();
    const theirs = sealSlot(newKeyringKey(), wayOf("recovery", 66), OWNER);
    const id = toBase64Url(new Uint8Array(16).fill(1));
    const told: readonly (readonly KeyringSlot[])[] = [
      [...slots, theirs],
      [...slots.slice(0, 1), theirs],
      slots.map((slot) => ({ ...slot, id })),
      [...slots.slice(0, 1), ...slots.slice(0, 1)],
      slots.slice(0, 1),
      [],
    ];
    for (const lie of told) expect(() => vouchedFor(lie, hashes)).toThrow("slot-unknown");
  });
});
