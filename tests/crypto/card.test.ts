/** Cards: one size, one author, one place; any byte changed, and nothing opens. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { CARD_BYTES, SEAL_OVERHEAD_BYTES } from "../../worker/contract/limits.ts";
import { cardHeaderOf, openCard, sealCard } from "../../web/crypto/card.ts";
import { openEntry, sealEntry } from "../../web/crypto/entry.ts";
import { laneKey, signingSeed, verifyKeyOf } from "../../web/crypto/keys.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import {
  aLaneKey,
  aSigningSeed,
  cardHeader,
  withOneByteFlipped,
  withOtherLengths,
} from "./arbitraries.ts";

beforeAll(async () => {
  await loadSodium();
});

const KEY = laneKey(new Uint8Array(32).fill(3));
const SEED = signingSeed(new Uint8Array(32).fill(4));
const FIELDS = {
  origin: new Uint8Array(32).fill(1),
  caseId: new Uint8Array(16).fill(2),
  lane: "internal",
  epoch: 0,
  coversConversation: 3,
  coversInternal: 1,
  author: new Uint8Array(16).fill(5),
} as const;

describe("a card", () => {
  it("opens to what was sealed, always at one size", () => {
    const json = fc.string({ unit: "grapheme", maxLength: 200 });
    fc.assert(
      fc.property(cardHeader, json, aLaneKey, aSigningSeed, (fields, text, key, seed) => {
        fc.pre(Buffer.byteLength(text) < 900);
        const card = sealCard(fields, text, key, seed);
        expect(fromBase64Url(card.body).length).toBe(CARD_BYTES + SEAL_OVERHEAD_BYTES);
        expect(cardHeaderOf(card)).toEqual(fields);
        expect(openCard(card, key, verifyKeyOf(seed))).toBe(text);
      }),
    );
  });

  it("is refused when any byte of its header or body changes", () => {
    const { header, body } = sealCard(FIELDS, "{}", KEY, SEED);
    const author = verifyKeyOf(SEED);
    let refused = 0;
    for (const changed of withOneByteFlipped(fromBase64Url(header))) {
      expect(() => openCard({ header: toBase64Url(changed), body }, KEY, author)).toThrow(
        "card-invalid",
      );
      refused += 1;
    }
    for (const changed of withOneByteFlipped(fromBase64Url(body))) {
      expect(() => openCard({ header, body: toBase64Url(changed) }, KEY, author)).toThrow(
        "card-invalid",
      );
      refused += 1;
    }
    expect(refused).toBe(78 + 1_024 + 40);
    expect(openCard({ header, body }, KEY, author)).toBe("{}");
  });

  it("is refused cut short, made longer, or under another key", () => {
    const { header, body } = sealCard(FIELDS, "{}", KEY, SEED);
    for (const wrong of withOtherLengths(fromBase64Url(body))) {
      expect(() => openCard({ header, body: toBase64Url(wrong) }, KEY, verifyKeyOf(SEED))).toThrow(
        "card-invalid",
      );
    }
    const other = laneKey(new Uint8Array(32).fill(9));
    expect(() => openCard({ header, body }, other, verifyKeyOf(SEED))).toThrow("card-invalid");
  });

  it("is a member's only with that member's signature", () => {
    const { header, body } = sealCard(FIELDS, "{}", KEY, SEED);
    fc.assert(
      fc.property(aSigningSeed, (other) => {
        expect(() => openCard({ header, body }, KEY, verifyKeyOf(other))).toThrow("card-invalid");
      }),
      { numRuns: 20 },
    );
    const unsigned = sealCard(FIELDS, "{}", KEY, null);
    expect(() => openCard(unsigned, KEY, verifyKeyOf(SEED))).toThrow("card-invalid");
  });

  it("is a reporter's only unsigned and in the conversation lane", () => {
    const conversation = { ...FIELDS, lane: "conversation", author: new Uint8Array(16) } as const;
    expect(openCard(sealCard(conversation, "{}", KEY, null), KEY, null)).toBe("{}");
    expect(() => openCard(sealCard(FIELDS, "{}", KEY, null), KEY, null)).toThrow("card-invalid");
    expect(() => openCard(sealCard(conversation, "{}", KEY, SEED), KEY, null)).toThrow(
      "card-invalid",
    );
  });

  it("never passes for an entry of the same lane, nor an entry for a card", () => {
    const fields = {
      ...FIELDS,
      seq: 1,
      prev: new Uint8Array(32),
      day: 1,
      rosterHash: new Uint8Array(32),
    };
    const card = sealCard(FIELDS, "{}", KEY, SEED);
    const { entry } = sealEntry(fields, "{}", KEY, SEED);
    const author = verifyKeyOf(SEED);
    expect(() => openCard({ header: card.header, body: entry.body }, KEY, author)).toThrow(
      "card-invalid",
    );
    expect(() => openEntry({ header: entry.header, body: card.body }, KEY, author)).toThrow(
      "entry-invalid",
    );
  });

  it("holds no more than fits", () => {
    const room = CARD_BYTES - 64 - 1;
    const fits = sealCard(FIELDS, "x".repeat(room), KEY, SEED);
    expect(openCard(fits, KEY, verifyKeyOf(SEED)).length).toBe(room);
    expect(() => sealCard(FIELDS, "x".repeat(room + 1), KEY, SEED)).toThrow("text-too-long");
  });
});
