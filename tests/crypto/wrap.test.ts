/** Wraps: a lane key reaches the one it was wrapped to, for the place it was wrapped for, and nobody else. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { WRAP_BYTES } from "../../worker/contract/limits.ts";
import { concat } from "../../worker/contract/preimages.ts";
import type { SealKeyPair } from "../../web/crypto/keys.ts";
import { laneKey, sealKeyPair, sealPublicKey } from "../../web/crypto/keys.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import type { WrapPlace } from "../../web/crypto/wrap.ts";
import { unwrapLaneKey, wrapLaneKey } from "../../web/crypto/wrap.ts";
import { aLaneKey, bytes, lane, u32, withOneByteFlipped, withOtherLengths } from "./arbitraries.ts";

const KEY = laneKey(new Uint8Array(32).fill(7));
const PLACE: WrapPlace = {
  origin: new Uint8Array(32).fill(1),
  caseId: new Uint8Array(16).fill(2),
  lane: "conversation",
  epoch: 0,
};

let pair: SealKeyPair;
let other: SealKeyPair;
let wrap: Uint8Array;

beforeAll(async () => {
  await loadSodium();
  pair = sealKeyPair(new Uint8Array(32).fill(10));
  other = sealKeyPair(new Uint8Array(32).fill(11));
  wrap = wrapLaneKey(KEY, pair.publicKey, PLACE);
});

const place: fc.Arbitrary<WrapPlace> = fc.record({
  origin: bytes(32),
  caseId: bytes(16),
  lane,
  epoch: u32,
});

describe("a wrap", () => {
  it("opens for its recipient and its place", () => {
    fc.assert(
      fc.property(aLaneKey, bytes(32), place, (key, seed, at) => {
        const recipient = sealKeyPair(seed);
        const wrapped = wrapLaneKey(key, recipient.publicKey, at);
        expect(wrapped.length).toBe(WRAP_BYTES);
        expect(unwrapLaneKey(wrapped, recipient, at)).toEqual(key);
        expect(wrapLaneKey(key, recipient.publicKey, at)).not.toEqual(wrapped);
      }),
      { numRuns: 40 },
    );
  });

  it("opens nowhere else: another origin, case, lane or epoch", () => {
    const places: readonly WrapPlace[] = [
      { ...PLACE, origin: new Uint8Array(32).fill(9) },
      { ...PLACE, caseId: new Uint8Array(16).fill(9) },
      { ...PLACE, lane: "internal" },
      { ...PLACE, lane: "identity" },
      { ...PLACE, epoch: 1 },
    ];
    for (const at of places) {
      expect(() => unwrapLaneKey(wrap, pair, at)).toThrow("wrap-invalid");
    }
    expect(unwrapLaneKey(wrap, pair, PLACE)).toEqual(KEY);
  });

  it("opens for nobody else, nor in another's slot", () => {
    expect(() => unwrapLaneKey(wrap, other, PLACE)).toThrow("wrap-invalid");
    const theirs = wrapLaneKey(KEY, other.publicKey, PLACE);
    // The ciphertext of one slot with the sealed key of the other.
    const mixed = concat(wrap.subarray(0, 1_120), theirs.subarray(1_120));
    expect(() => unwrapLaneKey(mixed, pair, PLACE)).toThrow("wrap-invalid");
    expect(() => unwrapLaneKey(mixed, other, PLACE)).toThrow("wrap-invalid");
  });

  it("binds the public key, not only the secret one", () => {
    const claimed = { publicKey: other.publicKey, secretKey: pair.secretKey };
    expect(() => unwrapLaneKey(wrap, claimed, PLACE)).toThrow("wrap-invalid");
  });

  it("is refused when any byte changes", () => {
    let refused = 0;
    for (const changed of withOneByteFlipped(wrap)) {
      expect(() => unwrapLaneKey(changed, pair, PLACE)).toThrow("wrap-invalid");
      refused += 1;
    }
    expect(refused).toBe(WRAP_BYTES);
  });

  it("is refused at any other length", () => {
    for (const wrong of withOtherLengths(wrap)) {
      expect(() => unwrapLaneKey(wrong, pair, PLACE)).toThrow("wrong-length");
    }
  });

  it("is refused by its own code when its X25519 part is a point of small order", () => {
    for (const point of [new Uint8Array(32), Uint8Array.of(1, ...new Uint8Array(31))]) {
      const weak = concat(wrap.subarray(0, 1_088), point, wrap.subarray(1_120));
      expect(() => unwrapLaneKey(weak, pair, PLACE)).toThrow("wrap-invalid");
    }
  });

  it("is not made to bytes that are no X-Wing key", () => {
    const unreduced = sealPublicKey(concat(new Uint8Array(1_184).fill(255), new Uint8Array(32)));
    expect(() => wrapLaneKey(KEY, unreduced, PLACE)).toThrow("packet-invalid");
    const smallOrder = sealPublicKey(concat(pair.publicKey.subarray(0, 1_184), new Uint8Array(32)));
    expect(() => wrapLaneKey(KEY, smallOrder, PLACE)).toThrow("packet-invalid");
  });
});
