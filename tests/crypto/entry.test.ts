/** Entries: what was sealed comes back; any byte, key, place or author changed, and nothing does. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { encodeEntryHeader } from "../../worker/contract/entry-header.ts";
import { concat } from "../../worker/contract/preimages.ts";
import { utf8 } from "../../web/crypto/bytes.ts";
import { openEntry, sealEntry } from "../../web/crypto/entry.ts";
import { seal } from "../../web/crypto/envelope.ts";
import { hash } from "../../web/crypto/hash.ts";
import type { LaneKey, SigningSeed } from "../../web/crypto/keys.ts";
import { laneKey, laneKeyHashOf, signingSeed, verifyKeyOf } from "../../web/crypto/keys.ts";
import { pad } from "../../web/crypto/padding.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import { LABELS } from "../../web/crypto/suite.ts";
import {
  aLaneKey,
  aSigningSeed,
  entryHeader,
  withOneByteFlipped,
  withOtherLengths,
} from "./arbitraries.ts";

beforeAll(async () => {
  await loadSodium();
});

const KEY = laneKey(new Uint8Array(32).fill(3));
const SEED = signingSeed(new Uint8Array(32).fill(4));
const PLACE = {
  origin: new Uint8Array(32).fill(1),
  caseId: new Uint8Array(16).fill(2),
  lane: "conversation",
  epoch: 0,
  seq: 1,
  prev: new Uint8Array(32),
  author: new Uint8Array(16).fill(5),
  day: 20_500,
  rosterHash: new Uint8Array(32).fill(6),
} as const;

function sealed(signer: SigningSeed | null, key: LaneKey = KEY) {
  return sealEntry(PLACE, '{"type":"message"}', key, signer).entry;
}

describe("an entry", () => {
  it("opens to what was sealed, signed or not, and is never sealed twice alike", () => {
    const signer = fc.option(aSigningSeed);
    const text = fc.string({ unit: "grapheme", maxLength: 5_000 });
    fc.assert(
      fc.property(entryHeader, text, aLaneKey, signer, (fields, payload, key, seed) => {
        const { entry, hash: sealedHash } = sealEntry(fields, payload, key, seed);
        const opened = openEntry(entry, key, seed === null ? null : verifyKeyOf(seed));
        expect(opened.payload).toBe(payload);
        const laneKeyHash = new Uint8Array(laneKeyHashOf(key, fields.caseId));
        expect(opened.header).toEqual({ ...fields, laneKeyHash });
        expect(opened.hash).toEqual(sealedHash);
        expect(sealEntry(fields, payload, key, seed).entry.body).not.toBe(entry.body);
      }),
    );
  });

  it.each([
    { who: "a reporter's", seed: null },
    { who: "a member's", seed: SEED },
  ])("is refused when any byte of its header or body changes: $who", ({ seed }) => {
    const { header, body } = sealed(seed);
    const author = seed === null ? null : verifyKeyOf(seed);
    expect(openEntry({ header, body }, KEY, author).payload).toBe('{"type":"message"}');
    let refused = 0;
    for (const changed of withOneByteFlipped(fromBase64Url(header))) {
      expect(() => openEntry({ header: toBase64Url(changed), body }, KEY, author)).toThrow(
        "entry-invalid",
      );
      refused += 1;
    }
    for (const changed of withOneByteFlipped(fromBase64Url(body))) {
      expect(() => openEntry({ header, body: toBase64Url(changed) }, KEY, author)).toThrow(
        "entry-invalid",
      );
      refused += 1;
    }
    expect(refused).toBe(174 + 1_024 + 40);
  });

  it("is refused cut short or made longer", () => {
    const { header, body } = sealed(null);
    for (const wrong of withOtherLengths(fromBase64Url(body))) {
      expect(() => openEntry({ header, body: toBase64Url(wrong) }, KEY, null)).toThrow(
        "entry-invalid",
      );
    }
    for (const wrong of withOtherLengths(fromBase64Url(header))) {
      expect(() => openEntry({ header: toBase64Url(wrong), body }, KEY, null)).toThrow(
        "entry-invalid",
      );
    }
  });

  it("opens under no other key, and with no other header in front", () => {
    const { header, body } = sealed(null);
    fc.assert(
      fc.property(aLaneKey, entryHeader, (key, fields) => {
        expect(() => openEntry({ header, body }, key, null)).toThrow("entry-invalid");
        const laneKeyHash = laneKeyHashOf(KEY, fields.caseId);
        const other = toBase64Url(encodeEntryHeader({ ...fields, laneKeyHash }));
        expect(() => openEntry({ header: other, body }, KEY, null)).toThrow("entry-invalid");
      }),
    );
  });

  it("must be signed by its author, and by nobody when a reporter wrote it", () => {
    fc.assert(
      fc.property(aSigningSeed, (other) => {
        expect(() => openEntry(sealed(other), KEY, verifyKeyOf(SEED))).toThrow("entry-signature");
        expect(() => openEntry(sealed(other), KEY, null)).toThrow("entry-signature");
        expect(openEntry(sealed(other), KEY, verifyKeyOf(other)).payload).not.toBe("");
      }),
    );
    expect(() => openEntry(sealed(null), KEY, verifyKeyOf(SEED))).toThrow("entry-signature");
  });

  it("commits to its key: a body that opens under a second key does not verify under it", () => {
    const other = laneKey(new Uint8Array(32).fill(8));
    const header = encodeEntryHeader({ ...PLACE, laneKeyHash: laneKeyHashOf(KEY, PLACE.caseId) });
    const plain = pad(concat(new Uint8Array(64), utf8("{}")));
    const body = toBase64Url(seal(plain, header, hash(LABELS.entryKey, other)));
    // The body is the other key's, the header still commits to ours: neither key opens it.
    expect(() => openEntry({ header: toBase64Url(header), body }, other, null)).toThrow(
      "entry-invalid",
    );
    expect(() => openEntry({ header: toBase64Url(header), body }, KEY, null)).toThrow(
      "entry-invalid",
    );
    const honest = encodeEntryHeader({ ...PLACE, laneKeyHash: laneKeyHashOf(other, PLACE.caseId) });
    const control = toBase64Url(seal(plain, honest, hash(LABELS.entryKey, other)));
    expect(openEntry({ header: toBase64Url(honest), body: control }, other, null).payload).toBe(
      "{}",
    );
  });
});
