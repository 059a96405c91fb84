/** Padding: whatever is written, the network sees one of five lengths. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import {
  BODY_BUCKETS_BYTES,
  SEAL_OVERHEAD_BYTES,
  SIGNATURE_BYTES,
} from "../../worker/contract/limits.ts";
import { sealEntry } from "../../web/crypto/entry.ts";
import { laneKey } from "../../web/crypto/keys.ts";
import { pad, padTo, unpad } from "../../web/crypto/padding.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";

beforeAll(async () => {
  await loadSodium();
});

const LARGEST = 262_144;

/** Every length near a bucket's edge, and many others. */
function* lengths(): Generator<number> {
  for (let length = 0; length <= 5_000; length += 1) yield length;
  for (const bucket of BODY_BUCKETS_BYTES) {
    for (let length = bucket - 3; length <= bucket + 3; length += 1) yield length;
  }
  for (let length = 5_000; length < LARGEST; length += 997) yield length;
}

describe("padding", () => {
  it("gives back every message, at a bucket's length", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (message) => {
        const padded = pad(message);
        expect(BODY_BUCKETS_BYTES).toContain(padded.length);
        expect(Buffer.compare(unpad(padded), message)).toBe(0);
      }),
    );
  });

  it("takes the smallest bucket that holds the message and its end, for every length", () => {
    const filled = new Uint8Array(LARGEST + 8).fill(0x80);
    for (const length of lengths()) {
      const message = filled.subarray(0, length);
      const bucket = BODY_BUCKETS_BYTES.find((bytes) => bytes > length);
      if (bucket === undefined) {
        expect(() => pad(message), String(length)).toThrow("text-too-long");
      } else {
        const padded = pad(message);
        expect(padded.length, String(length)).toBe(bucket);
        expect(unpad(padded).length).toBe(length);
      }
    }
  });

  it("refuses what was not padded so", () => {
    for (const wrong of [
      new Uint8Array(0),
      new Uint8Array(1_024),
      new Uint8Array(1_024).fill(1),
      Uint8Array.of(0x80, 0, 1, 0),
    ]) {
      expect(() => unpad(wrong)).toThrow("entry-invalid");
    }
    expect(() => padTo(new Uint8Array(4), 4)).toThrow("text-too-long");
  });

  it("leaves no other length of an entry on the wire, for any text", () => {
    const key = laneKey(new Uint8Array(32).fill(9));
    const empty = new Uint8Array(32);
    const id = new Uint8Array(16);
    const fields = {
      origin: empty,
      caseId: id,
      lane: "conversation",
      epoch: 0,
      seq: 1,
      prev: empty,
      author: id,
      day: 0,
      rosterHash: empty,
    } as const;
    const seen = new Set<number>();
    fc.assert(
      fc.property(
        fc.constantFrom("x", "\u0000", "\u00e9", "\u0634", "\u5b50", "\u{1f985}"),
        fc.nat({ max: 60_000 }),
        (character, length) => {
          const text = character.repeat(length);
          const { entry } = sealEntry(fields, text, key, null);
          const plain = fromBase64Url(entry.body).length - SEAL_OVERHEAD_BYTES;
          seen.add(plain);
          expect(BODY_BUCKETS_BYTES).toContain(plain);
          expect(plain).toBeGreaterThan(Buffer.byteLength(text) + SIGNATURE_BYTES);
        },
      ),
      {
        numRuns: 60,
        examples: [
          ["x", 0],
          ["x", 959],
          ["x", 960],
          ["x", 5_000],
          ["x", 20_000],
        ],
      },
    );
    expect([...seen].toSorted((left, right) => left - right)).toEqual([...BODY_BUCKETS_BYTES]);
  });
});
