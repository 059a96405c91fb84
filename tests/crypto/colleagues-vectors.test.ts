/**
 * The frozen recovery by colleagues, read twice: by web/crypto, and by a second implementation made from the words of
 * PROTOCOL.md.
 */
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url as bytesOf, toBase64Url } from "../../worker/contract/bytes.ts";
import { KeyringSlot } from "../../worker/contract/session.ts";
import {
  combineColleagues,
  openApprovedShare,
  openKeptShare,
  openRecoveryDecision,
  openSetUp,
} from "../../web/crypto/colleagues.ts";
import { originHash } from "../../web/crypto/hash.ts";
import { wordsOf } from "../../web/crypto/invitation.ts";
import { openSlot, wayInHash } from "../../web/crypto/keyring-slots.ts";
import { sealKeyPair, verifyKey } from "../../web/crypto/keys.ts";
import {
  publicPartOf,
  recoveryRequestHash,
  recoveryRequestKeys,
} from "../../web/crypto/recovery-request.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import { parseCode } from "../../web/crypto/tracking-code.ts";
import vectors from "../vectors/colleagues.json" with { type: "json" };
import { fromHex, hex } from "./hex.ts";
import {
  ascii,
  blake,
  derive,
  fromBase64Url,
  join,
  keyId,
  sealKey,
  serverHash,
  signKey,
  slotPlace,
  unwrap,
  verifies,
} from "./second-implementation.ts";

beforeAll(() => loadSodium());

const ENGLISH = { language: "en", words: wordlist };

function colleagueAt(at: number) {
  const colleague = vectors.colleagues[at];
  if (colleague === undefined) throw new Error("vectors: no such colleague");
  return colleague;
}

function readRequest() {
  const parsed = parseCode(vectors.request.english, [ENGLISH]);
  if (parsed.kind !== "code") throw new Error("vectors: no code");
  return recoveryRequestKeys(parsed.code);
}

describe("the frozen set-up", () => {
  it("is its owner's, and each share opens for its colleague", () => {
    const origin = originHash(vectors.origin);
    const setUp = openSetUp(vectors.setUp, verifyKey(bytesOf(vectors.owner.verifyKey)));
    expect(setUp).toMatchObject({ setUp: vectors.setUpId, owner: vectors.owner.id });
    expect(setUp.threshold).toBe(vectors.threshold);
    for (const { id, sealSeed, share, opened } of vectors.colleagues) {
      const pair = sealKeyPair(fromHex(sealSeed));
      const holder = { origin, colleague: id };
      expect(hex(openKeptShare(share, pair, setUp, holder))).toBe(opened);
    }
  });

  it("is asked for, approved by two, and opens the slot", async () => {
    const origin = originHash(vectors.origin);
    const asked = readRequest();
    const { key, signInKey, hash, words } = vectors.request;
    expect(publicPartOf(asked)).toEqual({ key, signInKey });
    const request = recoveryRequestHash({ key, signInKey }, origin);
    expect(hex(request)).toBe(hash);
    expect(wordsOf(request, ENGLISH).join(" ")).toBe(words);
    const setUp = openSetUp(vectors.setUp, verifyKey(bytesOf(vectors.owner.verifyKey)));
    const shares = vectors.approvals.map(({ colleague, decision, share }) => {
      const listed = vectors.colleagues.find(({ id }) => id === colleague);
      const signer = verifyKey(bytesOf(listed?.verifyKey ?? ""));
      expect(openRecoveryDecision(decision, signer)).toMatchObject({
        request: toBase64Url(request),
        setUp: vectors.setUpId,
        answer: "approved",
      });
      return openApprovedShare(share, asked.seal, setUp, { origin, colleague }, request);
    });
    const keys = await combineColleagues(shares, setUp);
    const slot = KeyringSlot.parse(vectors.slot);
    expect(hex(wayInHash(slot))).toBe(vectors.wayIn);
    const owner = { origin, memberId: bytesOf(vectors.owner.id) };
    expect(hex(openSlot(slot, keys.slot, owner))).toBe(vectors.keyringKey);
  });
});

describe("a second implementation", () => {
  const origin = serverHash("origin", ascii(vectors.origin));
  const [setUpId, owner] = [vectors.setUpId, vectors.owner.id].map(fromBase64Url);
  const placeOf = (colleague: string) =>
    join(origin, setUpId ?? ascii(""), owner ?? ascii(""), fromBase64Url(colleague));

  it("derives, opens and commits as it does, from the words of PROTOCOL.md", () => {
    const secret = fromHex(vectors.secret);
    const signInSeed = derive(secret, "tern1col", 1, 32);
    const slotSeed = derive(secret, "tern1col", 2, 32);
    expect([signInSeed, slotSeed].map(hex)).toEqual([vectors.signInSeed, vectors.slotSeed]);
    expect(toBase64Url(signKey(signInSeed))).toBe(vectors.signInKey);
    expect(toBase64Url(sealKey(slotSeed))).toBe(vectors.slot.publicKey);
    const wayIn = blake("way in", 32, Uint8Array.of(4), new Uint8Array(16), sealKey(slotSeed));
    expect(hex(wayIn)).toBe(vectors.wayIn);
    const place = slotPlace(origin, fromBase64Url(vectors.owner.id), 4, new Uint8Array(16));
    const opened = unwrap(fromBase64Url(vectors.slot.sealed), slotSeed, place, "keyring slot");
    expect(hex(opened.laneKey)).toBe(vectors.keyringKey);
    for (const { id, key, sealSeed, commitment, share, opened: expected } of vectors.colleagues) {
      const seed = fromHex(sealSeed);
      expect(toBase64Url(keyId(sealKey(seed)))).toBe(key);
      const piece = unwrap(fromBase64Url(share), seed, placeOf(id), "recovery share").laneKey;
      expect(hex(piece)).toBe(expected);
      const committed = blake("recovery share commitment", 32, origin, setUpId ?? secret, piece);
      expect(toBase64Url(committed)).toBe(commitment);
    }
  });

  it("reads the request and what was approved", () => {
    const { code, signInSeed, key, signInKey, hash } = vectors.request;
    const master = blake("recovery request code", 32, fromHex(code));
    const sealSeed = derive(master, "tern1req", 2, 32);
    expect(hex(derive(master, "tern1req", 1, 32))).toBe(signInSeed);
    expect(toBase64Url(signKey(fromHex(signInSeed)))).toBe(signInKey);
    expect(toBase64Url(sealKey(sealSeed))).toBe(key);
    const keys = [key, signInKey].map(fromBase64Url);
    const request = blake("recovery request", 32, origin, ...keys);
    expect(hex(request)).toBe(hash);
    const holds = (purpose: string, signed: typeof vectors.setUp, by: string): boolean =>
      verifies(
        fromBase64Url(signed.signature),
        fromBase64Url(by),
        purpose,
        fromBase64Url(signed.statement),
      );
    expect(holds("recovery set-up", vectors.setUp, vectors.owner.verifyKey)).toBe(true);
    for (const [at, { colleague, decision, share }] of vectors.approvals.entries()) {
      const { id, verifyKey: by, opened } = colleagueAt(at === 0 ? 0 : 2);
      expect(colleague).toBe(id);
      expect(holds("recovery decision", decision, by)).toBe(true);
      const place = join(placeOf(colleague), request);
      const piece = unwrap(fromBase64Url(share), sealSeed, place, "approved share").laneKey;
      expect(hex(piece)).toBe(opened);
    }
  });
});
