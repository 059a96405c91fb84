/** Frozen known answers of what members and servers meet: passphrases, keyrings, sign-in, proofs, padding. */
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import {
  hasLeadingZeroBits,
  proofPassword,
  signInPreimage,
} from "../../worker/contract/preimages.ts";
import { originHash } from "../../web/crypto/hash.ts";
import { openKeyring } from "../../web/crypto/keyring.ts";
import { keyringKey, signingSeed, verifyKeyOf } from "../../web/crypto/keys.ts";
import { pad, padTo, unpad } from "../../web/crypto/padding.ts";
import { selfTest, stretch } from "../../web/crypto/passphrase.ts";
import { signChallenge } from "../../web/crypto/sign-in.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import keyringVector from "../vectors/keyring.json" with { type: "json" };
import paddingVectors from "../vectors/padding.json" with { type: "json" };
import passphraseVectors from "../vectors/passphrase.json" with { type: "json" };
import proofVector from "../vectors/proof.json" with { type: "json" };
import signInVector from "../vectors/sign-in.json" with { type: "json" };
import { fromHex, hex } from "./hex.ts";

beforeAll(async () => {
  await loadSodiumWithArgon2();
});

describe("members", () => {
  it("stretches every spelling of a passphrase to the same keys", () => {
    for (const { spellings, salt, passes, memoryKiB, ...keys } of passphraseVectors.passphrases) {
      for (const spelling of spellings) {
        const stretched = stretch(spelling, { salt, passes, memoryKiB });
        expect(hex(stretched.signIn)).toBe(keys.signInSeed);
        expect(toBase64Url(verifyKeyOf(stretched.signIn))).toBe(keys.signInKey);
        expect(hex(stretched.keyring)).toBe(keys.keyringKey);
      }
    }
  });

  it("has an Argon2id that is Argon2id", () => {
    expect(selfTest).not.toThrow();
  });

  it("opens the frozen keyring", () => {
    const { sealed, origin, ...vector } = keyringVector;
    const key = keyringKey(fromHex(vector.keyringKey));
    const keyring = openKeyring(fromBase64Url(sealed), key, originHash(origin));
    expect(hex(keyring.memberId)).toBe(vector.memberId);
    expect(hex(keyring.signing)).toBe(vector.signing);
    expect(keyring.highestRoster).toBe(vector.highestRoster);
    const seeds = keyring.sealSeeds.map(({ epoch, seed }) => ({ epoch, seed: hex(seed) }));
    expect(seeds).toEqual(vector.sealSeeds);
  });
});

describe("signing in", () => {
  it("signs origin, day and challenge", () => {
    const { seed, origin, challenge, day, preimage, signature } = signInVector;
    const place = originHash(origin);
    expect(hex(signInPreimage(place, fromBase64Url(challenge), day))).toBe(preimage);
    const signed = signChallenge(signingSeed(fromHex(seed)), place, fromBase64Url(challenge), day);
    expect(toBase64Url(signed)).toBe(signature);
  });

  it("proves work by a counter", () => {
    expect(hex(proofPassword(proofVector.counter))).toBe(proofVector.password);
    expect(hasLeadingZeroBits(fromHex(proofVector.output), proofVector.bits)).toBe(true);
  });
});

describe("padding", () => {
  it("ends the message with 0x80 and fills with zeros", () => {
    const { message, opensWith, padded } = paddingVectors.example;
    const bytes = padTo(fromHex(message), padded);
    expect(hex(bytes)).toBe(opensWith.padEnd(padded * 2, "0"));
    expect(hex(unpad(bytes))).toBe(message);
  });

  it("pads to the next bucket and refuses what fits none", () => {
    for (const { message, padded } of paddingVectors.lengths) {
      expect(pad(new Uint8Array(message)).length).toBe(padded);
    }
    expect(() => pad(new Uint8Array(paddingVectors.tooLong))).toThrow("text-too-long");
  });
});
