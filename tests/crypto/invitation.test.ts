/** Invitations against frozen vectors, by both implementations, and against whoever holds less than the link. */
import { blake2b } from "@noble/hashes/blake2.js";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { NO_SIGN_IN_KEY, type Joining } from "../../worker/contract/invitation.ts";
import { originHash } from "../../web/crypto/hash.ts";
import {
  checkJoining,
  fingerprintWords,
  invitationKeys,
  joiningMac,
  keepInvitation,
  newInvitationSecret,
  openInvitation,
  reopenInvitation,
} from "../../web/crypto/invitation.ts";
import {
  invitationSecret,
  newSigningSeed,
  sealKeyPair,
  signatureHolds,
  signingSeed,
  verifyKey,
  verifyKeyOf,
} from "../../web/crypto/keys.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import { LABELS } from "../../web/crypto/suite.ts";
import vector from "../vectors/invitation.json" with { type: "json" };
import { fromHex, hex } from "./hex.ts";
import * as second from "./second-implementation.ts";

const LIST = { language: "en", words: wordlist };
const memberId = fromHex(vector.memberId);
const locatorHash = fromBase64Url(vector.locatorHash);

beforeAll(async () => {
  await loadSodium();
});

function place() {
  return { origin: originHash(vector.origin), locatorHash };
}

describe("the frozen invitation", () => {
  it("derives from the link's secret, by both implementations", () => {
    const secret = fromHex(vector.secret);
    const keys = invitationKeys(invitationSecret(secret));
    expect(toBase64Url(secret)).toBe(vector.fragment);
    expect(hex(keys.locator)).toBe(vector.locator);
    expect(toBase64Url(keys.locatorHash)).toBe(vector.locatorHash);
    expect(hex(keys.key)).toBe(vector.key);
    expect(hex(keys.keyring)).toBe(vector.keyringKey);
    const locator = second.blake("invitation locator", 16, secret);
    expect(hex(locator)).toBe(vector.locator);
    expect(toBase64Url(second.serverHash("invitation hash", locator))).toBe(vector.locatorHash);
    expect(hex(second.blake("invitation key", 32, secret))).toBe(vector.key);
    expect(hex(second.blake("invitation keyring", 32, secret))).toBe(vector.keyringKey);
  });

  it("is signed by the inviter over exactly its bytes", () => {
    const { text, ...signed } = vector.invitation;
    const key = verifyKey(fromBase64Url(vector.inviterKey));
    expect(openInvitation(signed, key)).toEqual(JSON.parse(text));
    const bytes = second.ascii(text);
    expect(toBase64Url(bytes)).toBe(signed.statement);
    const signature = second.sign(fromHex(vector.inviterSeed), "invitation", bytes);
    expect(toBase64Url(signature)).toBe(signed.signature);
  });

  it("is kept for its inviter, and opens to nobody else and in no other place", () => {
    const kept = fromBase64Url(vector.kept);
    const seed = signingSeed(fromHex(vector.inviterSeed));
    expect(hex(reopenInvitation(kept, place(), seed))).toBe(vector.key);
    const keeper = second.blake("invitation keeper", 32, fromHex(vector.inviterSeed));
    const associated = second.join(second.label("kept invitation"), place().origin, locatorHash);
    expect(hex(second.openBox(kept, associated, keeper))).toBe(vector.key);
    const code = "invitation-invalid";
    expect(() => reopenInvitation(kept, place(), newSigningSeed())).toThrow(code);
    const elsewhere = { ...place(), locatorHash: new Uint8Array(32) };
    expect(() => reopenInvitation(kept, elsewhere, seed)).toThrow(code);
    const foreign = { ...place(), origin: originHash("https://other.example") };
    expect(() => reopenInvitation(kept, foreign, seed)).toThrow(code);
  });

  it("marks a joining with the link's key, by both implementations", () => {
    const { mac, ...joining } = vector.joining;
    const { key, signInKey, parameters, keyring, packet } = joining;
    const message = second.join(
      second.label("joining"),
      place().origin,
      locatorHash,
      memberId,
      ...[key, signInKey, parameters.salt].map(second.fromBase64Url),
      second.u32(parameters.passes),
      second.u32(parameters.memoryKiB),
      ...[keyring, packet.signature, packet.statement].map(second.fromBase64Url),
    );
    const theirs = blake2b(message, { dkLen: 32, key: fromHex(vector.key) });
    expect(toBase64Url(theirs)).toBe(mac);
    const { key: linkKey } = invitationKeys(invitationSecret(fromHex(vector.secret)));
    expect(toBase64Url(joiningMac(joining, memberId, place(), linkKey))).toBe(mac);
  });

  it("has the words that both sides read, by both implementations", () => {
    const signing = signingSeed(fromHex(vector.signingSeed));
    const { publicKey } = sealKeyPair(fromHex(vector.sealSeed));
    const words = fingerprintWords(memberId, verifyKeyOf(signing), publicKey, LIST);
    expect(words.join(" ")).toBe(vector.fingerprint);
    const digest = second.blake("fingerprint", 32, memberId, verifyKeyOf(signing), publicKey);
    const number = BigInt(`0x${hex(digest)}`) >> BigInt(256 - 66);
    const theirs = [5, 4, 3, 2, 1, 0].map(
      (at) => wordlist[Number((number >> BigInt(at * 11)) & 2_047n)],
    );
    expect(theirs).toEqual(words);
  });
});

describe("a joining", () => {
  const linkKey = () => invitationKeys(invitationSecret(fromHex(vector.secret))).key;

  it("is refused when anything of it was exchanged, and believed as it was made", () => {
    const { joining } = vector;
    expect(() => checkJoining(joining, memberId, place(), linkKey())).not.toThrow();
    const other = toBase64Url(verifyKeyOf(newSigningSeed()));
    const lies: readonly Joining[] = [
      { ...joining, key: other },
      { ...joining, signInKey: other },
      { ...joining, keyring: toBase64Url(new Uint8Array(4_136)) },
      { ...joining, parameters: { ...joining.parameters, passes: 4 } },
      { ...joining, parameters: { ...joining.parameters, memoryKiB: 65_537 } },
      { ...joining, parameters: { ...joining.parameters, salt: toBase64Url(memberId) } },
      { ...joining, packet: { ...joining.packet, statement: joining.packet.signature } },
      { ...joining, packet: { ...joining.packet, signature: toBase64Url(new Uint8Array(64)) } },
      { ...joining, mac: other },
    ];
    for (const lie of lies) {
      expect(() => checkJoining(lie, memberId, place(), linkKey())).toThrow("joining-invalid");
    }
  });

  it("is refused for another member, by another link, at another organisation", () => {
    const { joining } = vector;
    const { key: strange } = invitationKeys(newInvitationSecret());
    const elsewhere = { ...place(), origin: originHash("https://other.example") };
    for (const attempt of [
      () => checkJoining(joining, new Uint8Array(16), place(), linkKey()),
      () => checkJoining(joining, memberId, place(), strange),
      () => checkJoining(joining, memberId, elsewhere, linkKey()),
    ]) {
      expect(attempt).toThrow("joining-invalid");
    }
  });

  it("has other words when any of its keys is another", () => {
    const signing = signingSeed(fromHex(vector.signingSeed));
    const { publicKey } = sealKeyPair(fromHex(vector.sealSeed));
    const key = verifyKeyOf(signing);
    const words = (...[id, verify, seal]: readonly [Uint8Array, typeof key, typeof publicKey]) =>
      fingerprintWords(id, verify, seal, LIST).join(" ");
    const other = sealKeyPair(new Uint8Array(32)).publicKey;
    expect(words(memberId, verifyKeyOf(newSigningSeed()), publicKey)).not.toBe(vector.fingerprint);
    expect(words(memberId, key, other)).not.toBe(vector.fingerprint);
    expect(words(new Uint8Array(16), key, publicKey)).not.toBe(vector.fingerprint);
  });
});

describe("an invitation", () => {
  it("signed for another purpose, or by another, is none", () => {
    const { text: _text, ...signed } = vector.invitation;
    const stranger = verifyKeyOf(newSigningSeed());
    expect(() => openInvitation(signed, stranger)).toThrow("invitation-invalid");
    const key = verifyKey(fromBase64Url(vector.inviterKey));
    const bytes = fromBase64Url(signed.statement);
    expect(signatureHolds(fromBase64Url(signed.signature), key, LABELS.roster, bytes)).toBe(false);
  });

  it("kept twice looks different each time", () => {
    const { key } = invitationKeys(newInvitationSecret());
    const seed = newSigningSeed();
    const kept = keepInvitation(key, place(), seed);
    expect(kept.length).toBe(72);
    expect(kept).not.toEqual(keepInvitation(key, place(), seed));
  });
});

describe("the sign-in key of somebody who has not come yet", () => {
  it("is no point of the curve, so that nothing is signed under it", () => {
    const key = verifyKey(fromBase64Url(NO_SIGN_IN_KEY));
    const message = Uint8Array.of(1);
    for (const signature of [new Uint8Array(64), new Uint8Array(64).fill(1)]) {
      expect(signatureHolds(signature, key, LABELS.roster, message)).toBe(false);
    }
    expect(() => second.verifies(new Uint8Array(64), key, "roster", message)).not.toThrow();
    expect(second.verifies(new Uint8Array(64), key, "roster", message)).toBe(false);
  });
});
