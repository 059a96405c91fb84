/** Drafts of a locked page: they open with the member's own keyring and with nothing else. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { openDrafts, sealDrafts } from "../../web/crypto/drafts.ts";
import type { Keyring } from "../../web/crypto/keyring.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import { aSigningSeed, bytes, u32, withOneByteFlipped } from "./arbitraries.ts";

beforeAll(async () => {
  await loadSodium();
});

const ORIGIN = new Uint8Array(32).fill(2);
const TEXT = "Half of an answer.";

const keyrings: fc.Arbitrary<Keyring> = fc.record({
  memberId: bytes(16),
  signing: aSigningSeed,
  highestRoster: u32,
  auditHead: fc.record({ seq: u32, hash: bytes(32) }),
  waysIn: fc.constant([]),
  sealSeeds: fc.array(fc.record({ epoch: u32, seed: bytes(32) }), { minLength: 1, maxLength: 3 }),
});

describe("drafts", () => {
  it("open to what was written, with the keyring as it was and with one that has a newer key", () => {
    fc.assert(
      fc.property(keyrings, fc.string(), bytes(32), (keyring, text, seed) => {
        const sealed = sealDrafts(text, keyring, ORIGIN);
        expect(openDrafts(sealed, keyring, ORIGIN)).toBe(text.toWellFormed());
        const renewed = { ...keyring, sealSeeds: [...keyring.sealSeeds, { epoch: 9, seed }] };
        expect(openDrafts(sealed, renewed, ORIGIN)).toBe(text.toWellFormed());
      }),
      { numRuns: 20 },
    );
  });

  it("do not open for anybody else, elsewhere, without the key, or with any byte changed", () => {
    const [mine, theirs] = fc.sample(keyrings, { numRuns: 2, seed: 7 });
    if (mine === undefined || theirs === undefined) throw new Error("no sample");
    const sealed = sealDrafts(TEXT, mine, ORIGIN);
    expect(openDrafts(sealed, theirs, ORIGIN)).toBeNull();
    expect(openDrafts(sealed, { ...mine, memberId: theirs.memberId }, ORIGIN)).toBeNull();
    expect(openDrafts(sealed, mine, new Uint8Array(32))).toBeNull();
    expect(openDrafts(sealed, { ...mine, sealSeeds: theirs.sealSeeds }, ORIGIN)).toBeNull();
    expect(openDrafts(sealed.subarray(0, 100), mine, ORIGIN)).toBeNull();
    let tried = 0;
    for (const changed of withOneByteFlipped(sealed)) {
      tried += 1;
      expect(openDrafts(changed, mine, ORIGIN)).toBeNull();
    }
    expect(tried).toBeGreaterThan(10);
  });
});
