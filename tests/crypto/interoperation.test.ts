/** What web/crypto seals the second implementation opens, and the other way round. */
import { beforeAll, describe, expect, it } from "vitest";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { openCard } from "../../web/crypto/card.ts";
import { openEntry, sealEntry } from "../../web/crypto/entry.ts";
import { laneKey, sealKeyPair, signingSeed, verifyKeyOf } from "../../web/crypto/keys.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import { unwrapLaneKey, wrapLaneKey } from "../../web/crypto/wrap.ts";
import { fromHex, hex } from "./hex.ts";
import * as second from "./second-implementation.ts";

beforeAll(async () => {
  await loadSodium();
});

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

describe("each opens what the other seals", () => {
  const origin = second.serverHash("origin", second.ascii("https://tern.example"));
  const caseId = fromHex("e0".repeat(16));
  const seed = fromHex("5a".repeat(32));
  const key = laneKey(fromHex("a7".repeat(32)));
  const at = second.place(origin, caseId, 1, 0);
  const place = { origin, caseId, lane: "conversation", epoch: 0 } as const;

  it("wraps, in both directions", () => {
    const pair = sealKeyPair(seed);
    expect(second.unwrap(wrapLaneKey(key, pair.publicKey, place), seed, at).laneKey).toEqual(
      new Uint8Array(key),
    );
    const wrapped = second.wrap(key, second.sealKey(seed), at);
    expect(hex(unwrapLaneKey(wrapped, pair, place))).toBe(hex(key));
  });

  it("entries, in both directions", () => {
    const signing = signingSeed(seed);
    const author = fromHex("11".repeat(16));
    const empty = new Uint8Array(32);
    const fields = { ...place, seq: 1, prev: empty, author, day: 20_500, rosterHash: empty };
    const { entry } = sealEntry(fields, '{"type":"message"}', key, signing);
    const entryKey = second.blake("entry key", 32, key);
    const header = second.fromBase64Url(entry.header);
    const opened = second.openBody(second.fromBase64Url(entry.body), header, entryKey);
    expect(text(opened.json)).toBe('{"type":"message"}');

    const json = second.ascii('{"type":"note"}');
    const signature = second.sign(seed, "entry signature", header, json);
    const plain = second.pad(second.join(signature, json), 1_024);
    const body = second.sealBox(plain, header, entryKey, fromHex("42".repeat(24)));
    const sealed = { header: entry.header, body: toBase64Url(body) };
    expect(openEntry(sealed, key, verifyKeyOf(signing)).payload).toBe('{"type":"note"}');
  });

  it("cards of the second", () => {
    const header = second.join(
      Uint8Array.of(1),
      at,
      second.u32(1),
      second.u32(0),
      new Uint8Array(16),
    );
    const json = second.ascii('{"title":""}');
    const plain = second.pad(second.join(new Uint8Array(64), json), 1_024);
    const cardKey = second.blake("card key", 32, key);
    const body = second.sealBox(plain, header, cardKey, fromHex("24".repeat(24)));
    const card = { header: toBase64Url(header), body: toBase64Url(body) };
    expect(openCard(card, key, null)).toBe('{"title":""}');
  });
});
