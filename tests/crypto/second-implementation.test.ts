/** Two implementations, one protocol: the second, made from PROTOCOL.md alone, reads every frozen vector. */
import { describe, expect, it } from "vitest";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { Delegation, KeyPacket, Roster } from "../../worker/contract/roster.ts";
import cardVectors from "../vectors/card.json" with { type: "json" };
import entryVectors from "../vectors/entry.json" with { type: "json" };
import headerVectors from "../vectors/headers.json" with { type: "json" };
import slotVector from "../vectors/keyring-slots.json" with { type: "json" };
import keyringVector from "../vectors/keyring.json" with { type: "json" };
import keyVectors from "../vectors/keys.json" with { type: "json" };
import passphraseVectors from "../vectors/passphrase.json" with { type: "json" };
import proofVector from "../vectors/proof.json" with { type: "json" };
import rootFileVector from "../vectors/root-file.json" with { type: "json" };
import rosterVectors from "../vectors/roster.json" with { type: "json" };
import signInVector from "../vectors/sign-in.json" with { type: "json" };
import codeVectors from "../vectors/tracking-code.json" with { type: "json" };
import wrapVectors from "../vectors/wrap.json" with { type: "json" };
import { fromHex, hex } from "./hex.ts";
import * as second from "./second-implementation.ts";

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
const LANE_NUMBERS: Readonly<Record<string, number>> = {
  conversation: 1,
  internal: 2,
  identity: 3,
};
/** Ways in. */
const SLOT_NUMBERS: Readonly<Record<string, number>> = { passphrase: 1, recovery: 2 };
const laneNumber = (lane: string): number => LANE_NUMBERS[lane] ?? 0;

describe("the second implementation reads", () => {
  it("tracking codes", () => {
    for (const vector of codeVectors.codes) {
      const keys = second.reporterKeys(fromHex(vector.code));
      const sealKey = second.sealKey(keys.sealSeed);
      expect({
        master: hex(keys.master),
        locator: hex(keys.locator),
        locatorHash: toBase64Url(second.serverHash("locator", keys.locator)),
        signInSeed: hex(keys.signInSeed),
        signInKey: toBase64Url(second.signKey(keys.signInSeed)),
        sealSeed: hex(keys.sealSeed),
        sealKey: toBase64Url(sealKey),
        sealKeyId: toBase64Url(second.keyId(sealKey)),
      }).toEqual({
        master: vector.master,
        locator: vector.locator,
        locatorHash: vector.locatorHash,
        signInSeed: vector.signInSeed,
        signInKey: vector.signInKey,
        sealSeed: vector.sealSeed,
        sealKey: vector.sealKey,
        sealKeyId: vector.sealKeyId,
      });
    }
  });

  it("origins, seal keys, signing keys and commitments", () => {
    const { origin, seal, signing, lanes } = keyVectors;
    expect(hex(second.serverHash("origin", second.ascii(origin.text)))).toBe(origin.hash);
    for (const { seed, publicKey, keyId } of seal) {
      const key = second.sealKey(fromHex(seed));
      expect(toBase64Url(key)).toBe(publicKey);
      expect(toBase64Url(second.keyId(key))).toBe(keyId);
    }
    for (const { seed, key } of signing) {
      expect(toBase64Url(second.signKey(fromHex(seed)))).toBe(key);
    }
    for (const lane of lanes) {
      const key = fromHex(lane.laneKey);
      expect(hex(second.blake("lane key", 32, fromHex(lane.caseId), key))).toBe(lane.laneKeyHash);
      expect(hex(second.blake("entry key", 32, key))).toBe(lane.entryKey);
      expect(hex(second.blake("card key", 32, key))).toBe(lane.cardKey);
    }
  });

  it("the roster's whole chain", () => {
    const rootKey = second.fromBase64Url(rosterVectors.trust.rootKey);
    const signed = (
      { statement, signature }: { readonly statement: string; readonly signature: string },
      key: Uint8Array,
      purpose: string,
    ): Uint8Array => {
      const bytes = second.fromBase64Url(statement);
      const holds = second.verifies(second.fromBase64Url(signature), key, purpose, bytes);
      expect(holds, purpose).toBe(true);
      return bytes;
    };
    for (const { published, hash } of rosterVectors.rosters) {
      const delegation = Delegation.parse(
        JSON.parse(text(signed(published.delegation, rootKey, "delegation"))),
      );
      const signer = delegation.signers.find(({ memberId }) => memberId === published.signer);
      const signerKey = second.fromBase64Url(signer?.key ?? "");
      const bytes = signed(published.roster, signerKey, "roster");
      expect(toBase64Url(second.blake("roster hash", 32, bytes))).toBe(hash);
      const roster = Roster.parse(JSON.parse(text(bytes)));
      for (const { member, packet } of published.packets) {
        const key = roster.members.find(({ id }) => id === member)?.key ?? "";
        const inside = signed(packet, second.fromBase64Url(key), "key packet");
        expect(KeyPacket.parse(JSON.parse(text(inside))).memberId).toBe(member);
      }
    }
  });

  it("wraps", () => {
    const origin = second.serverHash("origin", second.ascii(wrapVectors.origin));
    for (const vector of wrapVectors.wraps) {
      const at = second.place(
        origin,
        fromHex(wrapVectors.caseId),
        laneNumber(vector.lane),
        vector.epoch,
      );
      expect(hex(at)).toBe(vector.place);
      const wrap = second.fromBase64Url(vector.wrap);
      const opened = second.unwrap(wrap, fromHex(vector.recipientSeed), at);
      expect(hex(opened.sharedSecret)).toBe(vector.sharedSecret);
      expect(hex(opened.wrappingKey)).toBe(vector.wrappingKey);
      expect(hex(opened.laneKey)).toBe(vector.laneKey);
    }
  });

  it("headers", () => {
    for (const { fields, bytes } of headerVectors.entries) {
      const header = second.join(
        Uint8Array.of(1),
        fromHex(fields.origin),
        fromHex(fields.caseId),
        Uint8Array.of(laneNumber(fields.lane)),
        second.u32(fields.epoch),
        second.u32(fields.seq),
        fromHex(fields.prev),
        fromHex(fields.author),
        second.u32(fields.day),
        fromHex(fields.rosterHash),
        fromHex(fields.laneKeyHash),
      );
      expect(hex(header)).toBe(bytes);
    }
    for (const { fields, bytes } of headerVectors.cards) {
      const header = second.join(
        Uint8Array.of(1),
        fromHex(fields.origin),
        fromHex(fields.caseId),
        Uint8Array.of(laneNumber(fields.lane)),
        second.u32(fields.epoch),
        second.u32(fields.coversConversation),
        second.u32(fields.coversInternal),
        fromHex(fields.author),
      );
      expect(hex(header)).toBe(bytes);
    }
  });

  it("entries, their signatures and their chain", () => {
    for (const vector of entryVectors.entries) {
      const header = second.fromBase64Url(vector.header);
      const body = second.fromBase64Url(vector.body);
      const key = second.blake("entry key", 32, fromHex(vector.laneKey));
      const { signature, json } = second.openBody(body, header, key);
      expect(text(json)).toBe(vector.payload);
      expect(hex(signature)).toBe(vector.signature);
      if (vector.authorKey !== null) {
        const author = second.fromBase64Url(vector.authorKey);
        expect(second.verifies(signature, author, "entry signature", header, json)).toBe(true);
      }
      expect(toBase64Url(second.serverHash("entry", header, body))).toBe(vector.hash);
    }
    const [report, reply] = entryVectors.entries;
    const replyHeader = second.fromBase64Url(reply?.header ?? "");
    expect(toBase64Url(replyHeader.slice(58, 90))).toBe(report?.hash);
  });

  it("cards and their signatures", () => {
    for (const vector of cardVectors.cards) {
      const header = second.fromBase64Url(vector.header);
      const key = second.blake("card key", 32, fromHex(vector.laneKey));
      const { signature, json } = second.openBody(second.fromBase64Url(vector.body), header, key);
      expect(text(json)).toBe(vector.json);
      expect(hex(signature)).toBe(vector.signature);
      if (vector.authorKey !== null) {
        const author = second.fromBase64Url(vector.authorKey);
        expect(second.verifies(signature, author, "card signature", header, json)).toBe(true);
      }
    }
  });

  it("keyrings", () => {
    const origin = second.serverHash("origin", second.ascii(keyringVector.origin));
    const associated = second.join(second.label("keyring"), origin);
    const key = fromHex(keyringVector.keyringKey);
    const plain = second.unpad(
      second.openBox(second.fromBase64Url(keyringVector.sealed), associated, key),
    );
    const { memberId, signing, highestRoster, sealSeeds } = keyringVector;
    const seeds = sealSeeds.map(({ epoch, seed }) => hex(second.u32(epoch)) + seed).join("");
    expect(hex(plain)).toBe(`01${memberId}${signing}${hex(second.u32(highestRoster))}02${seeds}`);
  });

  it("recovery keys, ways into a keyring, and the keyring behind them", () => {
    const { code, ...derived } = slotVector.recoveryKey;
    const keys = second.recoveryKeys(fromHex(code));
    expect(derived).toMatchObject({
      master: hex(keys.master),
      signInSeed: hex(keys.signInSeed),
      signInKey: toBase64Url(second.signKey(keys.signInSeed)),
      slotSeed: hex(keys.slotSeed),
    });
    const origin = second.serverHash("origin", second.ascii(slotVector.origin));
    for (const { slotSeed, wayIn, slot } of slotVector.slots) {
      const kind = Uint8Array.of(SLOT_NUMBERS[slot.kind] ?? 0);
      const id = second.fromBase64Url(slot.id);
      const publicKey = second.sealKey(fromHex(slotSeed));
      expect(toBase64Url(publicKey)).toBe(slot.publicKey);
      expect(hex(second.blake("way in", 32, kind, id, publicKey))).toBe(wayIn);
      const at = second.slotPlace(origin, fromHex(slotVector.memberId), kind[0] ?? 0, id);
      const sealed = second.fromBase64Url(slot.sealed);
      const opened = second.unwrap(sealed, fromHex(slotSeed), at, "keyring slot");
      expect(hex(opened.laneKey)).toBe(slotVector.keyringKey);
    }
    const { sealed, signing, highestRoster, auditHead, sealSeeds } = slotVector.keyring;
    const associated = second.join(second.label("keyring"), origin);
    const box = second.fromBase64Url(sealed);
    const plain = second.unpad(second.openBox(box, associated, fromHex(slotVector.keyringKey)));
    const ways = slotVector.slots.map(({ wayIn }) => wayIn).join("");
    const seeds = sealSeeds.map(({ epoch, seed }) => hex(second.u32(epoch)) + seed).join("");
    const head = hex(second.u32(auditHead.seq)) + auditHead.hash;
    const seen = hex(second.u32(highestRoster)) + head;
    expect(hex(plain)).toBe(`02${slotVector.memberId}${signing}${seen}02${ways}01${seeds}`);
  });

  it("sign-ins and proofs", () => {
    const { seed, origin, challenge, day, preimage, signature } = signInVector;
    const signed = second.join(
      second.serverHash("origin", second.ascii(origin)),
      second.u32(day),
      second.fromBase64Url(challenge),
    );
    expect(hex(second.join(second.label("sign-in"), signed))).toBe(preimage);
    expect(toBase64Url(second.sign(fromHex(seed), "sign-in", signed))).toBe(signature);
    const salt = second.fromBase64Url(proofVector.challenge);
    const output = second.attempt(proofVector.counter, salt, proofVector.iterations);
    expect(hex(output)).toBe(proofVector.output);
  });

  it("passphrases, and the answer Argon2id is tested against", { timeout: 30_000 }, () => {
    const slotSeeds: string[] = [];
    for (const vector of passphraseVectors.passphrases) {
      const salt = second.fromBase64Url(vector.salt);
      const keys = second.stretch(vector.normalised, salt, vector.passes, vector.memoryKiB);
      expect(hex(keys.root)).toBe(vector.root);
      expect(hex(keys.signInSeed)).toBe(vector.signInSeed);
      expect(hex(keys.keyringKey)).toBe(vector.keyringKey);
      slotSeeds.push(hex(keys.slotSeed));
    }
    expect(slotSeeds[0]).toBe(slotVector.passphraseSlotSeed);
    const salt = Uint8Array.from({ length: 16 }, (_, at) => at);
    const answer = second.argon2idRaw("tern/1 self-test", salt, 2, 64);
    expect(toBase64Url(answer)).toBe("XxVZDoSAdYRU-fh37uJRLzEnvvgjJ_j3ikmths8PFUg");
  });

  it("root files", { timeout: 30_000 }, () => {
    const file = second.fromBase64Url(rootFileVector.file);
    const read = second.rootFile(file, rootFileVector.passphrase);
    expect({
      opens: hex(read.label),
      version: read.version,
      passes: read.passes,
      memoryKiB: read.memoryKiB,
      salt: toBase64Url(read.salt),
      root: hex(read.root),
      key: hex(read.key),
      seed: hex(read.seed),
      keyOfSeed: toBase64Url(second.signKey(read.seed)),
    }).toEqual({
      opens: hex(second.label("root file")),
      version: 1,
      passes: rootFileVector.passes,
      memoryKiB: rootFileVector.memoryKiB,
      salt: rootFileVector.salt,
      root: rootFileVector.root,
      key: rootFileVector.key,
      seed: rootFileVector.seed,
      keyOfSeed: toBase64Url(read.rootKey),
    });
    expect(rootFileVector.rootKey).toBe(rosterVectors.trust.rootKey);
  });
});
