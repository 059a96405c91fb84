/**
 * Frozen known answers. What changes one of these changes the protocol: reports sealed before would no
 * longer open, so the answer is a new suite, never a new vector.
 */
import { wordlist as english } from "@scure/bip39/wordlists/english.js";
import { wordlist as french } from "@scure/bip39/wordlists/french.js";
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import {
  decodeCardHeader,
  decodeEntryHeader,
  encodeCardHeader,
  encodeEntryHeader,
} from "../../worker/contract/entry-header.ts";
import { LaneName } from "../../worker/contract/journal.ts";
import { locatorPreimage } from "../../worker/contract/preimages.ts";
import { PublishedRoster, Trust } from "../../worker/contract/roster.ts";
import { openCard } from "../../web/crypto/card.ts";
import { openEntry } from "../../web/crypto/entry.ts";
import { originHash, sharedHash } from "../../web/crypto/hash.ts";
import {
  keyIdOf,
  laneKey,
  laneKeyHashOf,
  sealKeyPair,
  signingSeed,
  verifyKey,
  verifyKeyOf,
} from "../../web/crypto/keys.ts";
import { followLane, EMPTY_LANE } from "../../web/crypto/lane.ts";
import { verifyRoster } from "../../web/crypto/roster.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import {
  codeNumbers,
  codeWords,
  parseCode,
  reporterKeys,
  trackingCode,
} from "../../web/crypto/tracking-code.ts";
import { unwrapLaneKey } from "../../web/crypto/wrap.ts";
import { readEntry } from "../../web/payload/journal.ts";
import cardVectors from "../vectors/card.json" with { type: "json" };
import entryVectors from "../vectors/entry.json" with { type: "json" };
import headerVectors from "../vectors/headers.json" with { type: "json" };
import keyVectors from "../vectors/keys.json" with { type: "json" };
import rosterVectors from "../vectors/roster.json" with { type: "json" };
import codeVectors from "../vectors/tracking-code.json" with { type: "json" };
import wrapVectors from "../vectors/wrap.json" with { type: "json" };
import { fromHex, hex } from "./hex.ts";

beforeAll(async () => {
  await loadSodiumWithArgon2();
});

const lists = [
  { language: "en", words: english },
  { language: "fr", words: french },
] as const;

describe("tracking code", () => {
  it.each(codeVectors.codes)("$code", (vector) => {
    const code = trackingCode(fromHex(vector.code));
    const keys = reporterKeys(code);
    expect({
      english: codeWords(code, lists[0]).join(" "),
      french: codeWords(code, lists[1]).join(" "),
      numbers: codeNumbers(code, lists[0]).join(" "),
      frenchNumbers: codeNumbers(code, lists[1]).join(" "),
      locator: hex(keys.locator),
      locatorHash: toBase64Url(sharedHash(locatorPreimage(keys.locator))),
      signInSeed: hex(keys.signIn),
      signInKey: toBase64Url(keys.signInKey),
      sealKey: toBase64Url(keys.seal.publicKey),
      sealKeyId: toBase64Url(keyIdOf(keys.seal.publicKey)),
    }).toEqual({
      english: vector.english,
      french: vector.french,
      numbers: vector.numbers,
      frenchNumbers: vector.numbers,
      locator: vector.locator,
      locatorHash: vector.locatorHash,
      signInSeed: vector.signInSeed,
      signInKey: vector.signInKey,
      sealKey: vector.sealKey,
      sealKeyId: vector.sealKeyId,
    });
    for (const shown of [vector.english, vector.french, vector.numbers]) {
      expect(parseCode(shown, lists)).toEqual({ kind: "code", code });
    }
  });
});

describe("keys", () => {
  it("names origins, seal keys and lane keys", () => {
    expect(hex(originHash(keyVectors.origin.text))).toBe(keyVectors.origin.hash);
    for (const { seed, publicKey, keyId } of keyVectors.seal) {
      const pair = sealKeyPair(fromHex(seed));
      expect(toBase64Url(pair.publicKey)).toBe(publicKey);
      expect(toBase64Url(keyIdOf(pair.publicKey))).toBe(keyId);
    }
    for (const { seed, key } of keyVectors.signing) {
      expect(toBase64Url(verifyKeyOf(signingSeed(fromHex(seed))))).toBe(key);
    }
    for (const vector of keyVectors.lanes) {
      const key = laneKey(fromHex(vector.laneKey));
      expect(hex(laneKeyHashOf(key, fromHex(vector.caseId)))).toBe(vector.laneKeyHash);
    }
  });
});

describe("roster", () => {
  it("follows the chain of two", () => {
    const trust = Trust.parse(rosterVectors.trust);
    const [first, second] = rosterVectors.rosters.map(({ published, version, hash }) => {
      const verified = verifyRoster(PublishedRoster.parse(published), {
        trust,
        today: rosterVectors.today,
        highestVersion: version,
      });
      expect(verified.roster.version).toBe(version);
      expect(toBase64Url(verified.hash)).toBe(hash);
      const ids = [...verified.sealKeys].map(([id, key]) => [id, toBase64Url(keyIdOf(key))]);
      expect(Object.fromEntries(ids)).toEqual(rosterVectors.sealKeyIds);
      return verified;
    });
    expect(second?.roster.previous).toBe(toBase64Url(first?.hash ?? new Uint8Array()));
  });
});

describe("wrap", () => {
  it.each(wrapVectors.wraps)("to $of", (vector) => {
    const place = {
      origin: originHash(wrapVectors.origin),
      caseId: fromHex(wrapVectors.caseId),
      lane: LaneName.parse(vector.lane),
      epoch: vector.epoch,
    };
    const pair = sealKeyPair(fromHex(vector.recipientSeed));
    expect(hex(unwrapLaneKey(fromBase64Url(vector.wrap), pair, place))).toBe(vector.laneKey);
  });
});

describe("headers", () => {
  it.each(headerVectors.entries)("of an entry in lane $fields.lane, seq $fields.seq", (vector) => {
    const { fields } = vector;
    const header = {
      ...fields,
      lane: LaneName.parse(fields.lane),
      origin: fromHex(fields.origin),
      caseId: fromHex(fields.caseId),
      prev: fromHex(fields.prev),
      author: fromHex(fields.author),
      rosterHash: fromHex(fields.rosterHash),
      laneKeyHash: fromHex(fields.laneKeyHash),
    };
    expect(hex(encodeEntryHeader(header))).toBe(vector.bytes);
    expect(decodeEntryHeader(fromHex(vector.bytes))).toEqual(header);
  });

  it.each(headerVectors.cards)("of a card in lane $fields.lane", (vector) => {
    const { fields } = vector;
    const header = {
      ...fields,
      lane: LaneName.parse(fields.lane),
      origin: fromHex(fields.origin),
      caseId: fromHex(fields.caseId),
      author: fromHex(fields.author),
    };
    expect(hex(encodeCardHeader(header))).toBe(vector.bytes);
    expect(decodeCardHeader(fromHex(vector.bytes))).toEqual(header);
  });
});

describe("entry", () => {
  it.each(entryVectors.entries)("$what", ({ header, body, ...vector }) => {
    const authorKey = vector.authorKey === null ? null : verifyKey(fromBase64Url(vector.authorKey));
    const opened = openEntry({ header, body }, laneKey(fromHex(vector.laneKey)), authorKey);
    expect(opened.payload).toBe(vector.payload);
    expect(toBase64Url(opened.hash)).toBe(vector.hash);
    const { lane, seq, day } = opened.header;
    const author =
      authorKey === null
        ? ({ kind: "reporter" } as const)
        : ({ kind: "member", member: toBase64Url(opened.header.author) } as const);
    expect(readEntry({ lane, seq, day, author, json: opened.payload }).kind).toBe("known");
  });

  it("makes one chain of the conversation", () => {
    const conversation = entryVectors.entries.filter(({ lane }) => lane === "conversation");
    const [report, reply] = conversation;
    const key = laneKey(fromHex(report?.laneKey ?? ""));
    const { head } = followLane(EMPTY_LANE, conversation, {
      origin: originHash(entryVectors.origin),
      caseId: fromHex(entryVectors.caseId),
      lane: "conversation",
      keys: new Map([[0, key]]),
      authorKey: () => verifyKey(fromBase64Url(reply?.authorKey ?? "")),
    });
    expect(head.seq).toBe(2);
    expect(toBase64Url(head.hash)).toBe(reply?.hash);
  });
});

describe("card", () => {
  it.each(cardVectors.cards)("$what", ({ header, body, ...vector }) => {
    const authorKey = vector.authorKey === null ? null : verifyKey(fromBase64Url(vector.authorKey));
    const key = laneKey(fromHex(vector.laneKey));
    expect(openCard({ header, body }, key, authorKey)).toBe(vector.json);
  });
});
