/** A passkey as a way into a keyring: its frozen known answer, and that each passkey of each member opens its own. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { KeyringSlot } from "../../worker/contract/session.ts";
import { passkeySlotId as serversSlotId } from "../../worker/domain/ways-in.ts";
import { originHash } from "../../web/crypto/hash.ts";
import { openSlot, wayInHash } from "../../web/crypto/keyring-slots.ts";
import { sealKeyPair } from "../../web/crypto/keys.ts";
import { passkeySalt, passkeySlot, passkeySlotId } from "../../web/crypto/passkey-unlock.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import vector from "../vectors/passkey-unlock.json" with { type: "json" };
import { bytes } from "./arbitraries.ts";
import { fromHex, hex } from "./hex.ts";
import * as second from "./second-implementation.ts";

beforeAll(async () => {
  await loadSodium();
});

const { credentialId, output, slot } = vector;
const SLOT = KeyringSlot.parse(slot);

describe("the frozen passkey", () => {
  it("is asked for its salt, and its answer opens its slot", async () => {
    const owner = { origin: originHash(vector.origin), memberId: fromHex(vector.memberId) };
    expect(hex(passkeySalt(owner, credentialId))).toBe(vector.salt);
    expect(passkeySlotId(credentialId)).toBe(vector.slotId);
    expect(await serversSlotId(credentialId)).toBe(vector.slotId);
    expect(SLOT.id).toBe(vector.slotId);
    const answered = fromHex(output);
    const pair = passkeySlot(answered, owner, credentialId);
    expect(pair).toEqual(sealKeyPair(fromHex(vector.slotSeed)));
    expect(toBase64Url(pair.publicKey)).toBe(SLOT.publicKey);
    expect(hex(wayInHash(SLOT))).toBe(vector.wayIn);
    expect(hex(openSlot(SLOT, pair, owner))).toBe(vector.keyringKey);
    // Wiped: what the device answered is of no further use.
    expect(answered.every((byte) => byte === 0)).toBe(true);
  });

  it("is read by a second implementation", () => {
    const origin = second.serverHash("origin", second.ascii(vector.origin));
    const member = fromHex(vector.memberId);
    const id = second.fromBase64Url(credentialId);
    expect(hex(second.blake("passkey salt", 32, origin, member, id))).toBe(vector.salt);
    const slotId = second.serverHash("passkey slot", id).slice(0, 16);
    expect(toBase64Url(slotId)).toBe(vector.slotId);
    const seed = second.blake("passkey unlock", 32, fromHex(output), origin, member, id);
    expect(hex(seed)).toBe(vector.slotSeed);
    expect(toBase64Url(second.sealKey(seed))).toBe(slot.publicKey);
    const at = second.slotPlace(origin, member, 3, slotId);
    const sealed = second.fromBase64Url(slot.sealed);
    expect(hex(second.unwrap(sealed, seed, at, "keyring slot").laneKey)).toBe(vector.keyringKey);
    const key = second.fromBase64Url(slot.publicKey);
    expect(hex(second.blake("way in", 32, Uint8Array.of(3), slotId, key))).toBe(vector.wayIn);
  });
});

describe("a passkey's slot", () => {
  it("hangs on every bit of the secret, on the member, the organisation and the passkey", () => {
    fc.assert(
      fc.property(
        bytes(32),
        bytes(32),
        bytes(16),
        bytes(20),
        fc.integer({ min: 0, max: 255 }),
        (secret, origin, memberId, id, bit) => {
          const owner = { origin, memberId };
          const made = passkeySlot(Uint8Array.from(secret), owner, toBase64Url(id)).publicKey;
          const flip = (whole: Uint8Array): Uint8Array =>
            whole.map((byte, at) =>
              at === (bit >> 3) % whole.length ? byte ^ (1 << (bit & 7)) : byte,
            );
          const others = [
            passkeySlot(flip(secret), owner, toBase64Url(id)),
            passkeySlot(
              Uint8Array.from(secret),
              { ...owner, origin: flip(origin) },
              toBase64Url(id),
            ),
            passkeySlot(
              Uint8Array.from(secret),
              { ...owner, memberId: flip(memberId) },
              toBase64Url(id),
            ),
            passkeySlot(Uint8Array.from(secret), owner, toBase64Url(flip(id))),
          ];
          for (const { publicKey } of others) expect(publicKey).not.toEqual(made);
          const again = passkeySlot(Uint8Array.from(secret), owner, toBase64Url(id));
          expect(again.publicKey).toEqual(made);
          expect(passkeySalt(owner, toBase64Url(id))).not.toEqual(
            passkeySalt({ ...owner, memberId: flip(memberId) }, toBase64Url(id)),
          );
        },
      ),
      { numRuns: 15 },
    );
  });

  it("is made of 32 bytes and nothing else", () => {
    const owner = { origin: new Uint8Array(32), memberId: new Uint8Array(16) };
    for (const length of [0, 31, 33, 64]) {
      expect(() => passkeySlot(new Uint8Array(length), owner, credentialId)).toThrow(
        "wrong-length",
      );
    }
    expect(fromBase64Url(credentialId).length).toBe(32);
  });
});
