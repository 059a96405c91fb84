/** Keyrings: only the right passphrase of the right organisation opens one, and only as it was sealed. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { KEYRING_BYTES, KEYRING_SLOTS, SEAL_OVERHEAD_BYTES } from "../../worker/contract/limits.ts";
import type { Keyring } from "../../web/crypto/keyring.ts";
import { openKeyring, sealKeyPairs, sealKeyring } from "../../web/crypto/keyring.ts";
import { keyringKey, sealKeyPair } from "../../web/crypto/keys.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import { aSigningSeed, bytes, u32, withOneByteFlipped, withOtherLengths } from "./arbitraries.ts";

beforeAll(async () => {
  await loadSodium();
});

const KEY = keyringKey(new Uint8Array(32).fill(1));
const ORIGIN = new Uint8Array(32).fill(2);

function aKeyring(maxSeeds: number): fc.Arbitrary<Keyring> {
  return fc.record({
    memberId: bytes(16),
    signing: aSigningSeed,
    highestRoster: u32,
    auditHead: fc.record({ seq: u32, hash: bytes(32) }),
    waysIn: fc.array(bytes(32), { maxLength: KEYRING_SLOTS }),
    sealSeeds: fc.array(fc.record({ epoch: u32, seed: bytes(32) }), { maxLength: maxSeeds }),
  });
}

function sampleKeyring(): Keyring {
  const [keyring] = fc.sample(aKeyring(3), { numRuns: 1, seed: 7 });
  if (keyring === undefined) throw new Error("no sample");
  return keyring;
}

describe("a keyring", () => {
  it("opens to what was sealed, always at one size", () => {
    fc.assert(
      fc.property(aKeyring(100), bytes(32), bytes(32), (keyring, key, origin) => {
        const sealed = sealKeyring(keyring, keyringKey(key), origin);
        expect(sealed.length).toBe(KEYRING_BYTES + SEAL_OVERHEAD_BYTES);
        expect(openKeyring(sealed, keyringKey(key), origin)).toEqual(keyring);
      }),
      { numRuns: 40 },
    );
  });

  it("gives its newest pair first", () => {
    const keyring = {
      ...sampleKeyring(),
      sealSeeds: [1, 2].map((epoch) => ({ epoch, seed: new Uint8Array(32).fill(epoch) })),
    };
    const [newest, oldest] = sealKeyPairs(keyring);
    expect(newest).toEqual(sealKeyPair(new Uint8Array(32).fill(2)));
    expect(oldest).toEqual(sealKeyPair(new Uint8Array(32).fill(1)));
  });

  it("is refused when any byte changes, at any other length, by another passphrase or organisation", () => {
    const sealed = sealKeyring(sampleKeyring(), KEY, ORIGIN);
    let refused = 0;
    for (const changed of withOneByteFlipped(sealed)) {
      expect(() => openKeyring(changed, KEY, ORIGIN)).toThrow("passphrase-wrong");
      refused += 1;
    }
    expect(refused).toBe(KEYRING_BYTES + SEAL_OVERHEAD_BYTES);
    for (const wrong of withOtherLengths(sealed)) {
      expect(() => openKeyring(wrong, KEY, ORIGIN)).toThrow("passphrase-wrong");
    }
    const otherKey = keyringKey(new Uint8Array(32).fill(9));
    expect(() => openKeyring(sealed, otherKey, ORIGIN)).toThrow("passphrase-wrong");
    expect(() => openKeyring(sealed, KEY, new Uint8Array(32))).toThrow("passphrase-wrong");
  });

  it("holds as many keys as fit, and says so when one more does not", () => {
    const seeds = (count: number) =>
      Array.from({ length: count }, (_, epoch) => ({ epoch, seed: new Uint8Array(32) }));
    const waysIn = Array.from({ length: KEYRING_SLOTS }, () => new Uint8Array(32));
    const holds = Math.floor((KEYRING_BYTES - 1 - 91 - KEYRING_SLOTS * 32) / 36);
    const full = { ...sampleKeyring(), waysIn, sealSeeds: seeds(holds) };
    expect(openKeyring(sealKeyring(full, KEY, ORIGIN), KEY, ORIGIN).sealSeeds.length).toBe(holds);
    const more = { ...full, sealSeeds: seeds(holds + 1) };
    expect(() => sealKeyring(more, KEY, ORIGIN)).toThrow("text-too-long");
    const another = { ...full, waysIn: [...waysIn, new Uint8Array(32)], sealSeeds: [] };
    expect(() => sealKeyring(another, KEY, ORIGIN)).toThrow("text-too-long");
  });
});
