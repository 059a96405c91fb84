/**
 * A passkey as a way into a member's keyring: what its device's secret opens, and what it no longer opens once it was
 * turned off, once the passphrase was recovered, or for anybody else.
 */
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { KeyringSave, RekeyedSave, StoredKeyring } from "../../worker/contract/session.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { DeskVault } from "../../web/vault/desk-vault.ts";
import { foundOrganisation, ORIGIN, TODAY, type Organisation } from "../support/organisation.ts";
import { desk, signedIn } from "./signing-in.ts";

let organisation: Organisation;
beforeAll(async () => {
  await loadSodiumWithArgon2();
  organisation = await foundOrganisation();
});

/** Argon2id takes half a second alone, and several when the machine is busy. */
vi.setConfig({ testTimeout: 90_000 });

const CHOSEN = "otter lantern gravel violin meadow cabin harbour";
const PASSKEY = "cGFzc2tleQ";
const OTHER_PASSKEY = "b3RoZXIga2V5";
/** A device derives the same for the same salt; the vault wipes what it is given. */
const secret = (filled = 7) => new Uint8Array(32).fill(filled);

/** The server, as far as a keyring goes. */
class Keeper {
  stored: StoredKeyring = signedIn(organisation, "first");

  async take(vault: DeskVault, save: KeyringSave | RekeyedSave): Promise<void> {
    const keyringVersion = save.replacesVersion + 1;
    const slots = "slots" in save ? save.slots : this.stored.slots;
    this.stored = { ...this.stored, keyring: save.keyring, keyringVersion, slots };
    await vault.keyringSaved(keyringVersion);
  }
}

/** A vault of a page that has locked: nothing in it but what is handed over now. */
async function unlocks(
  stored: StoredKeyring,
  passkey = PASSKEY,
  derived = secret(),
): Promise<DeskVault> {
  const vault = new DeskVault(organisation.trust);
  await vault.start();
  await vault.enterPasskey(stored, passkey, derived);
  await vault.unlock(stored);
  await vault.verifyRoster(organisation.published, TODAY, ORIGIN);
  return vault;
}

/** Signed in by passphrase, and the passkey let unlock. */
async function turnedOn(): Promise<{ readonly vault: DeskVault; readonly keeper: Keeper }> {
  const keeper = new Keeper();
  const vault = await desk(organisation, "first");
  await keeper.take(vault, await vault.addPasskeyUnlock(PASSKEY, secret()));
  return { vault, keeper };
}

describe("a passkey that unlocks", () => {
  it("opens the keyring by its secret and by nothing near it, and the passphrase still does", async () => {
    const { vault, keeper } = await turnedOn();
    expect(await vault.passkeysThatUnlock([OTHER_PASSKEY, PASSKEY])).toEqual([PASSKEY]);
    await expect(unlocks(keeper.stored)).resolves.toBeInstanceOf(DeskVault);
    await expect(unlocks(keeper.stored, PASSKEY, secret(8))).rejects.toThrow("passphrase-wrong");
    await expect(unlocks(keeper.stored, OTHER_PASSKEY)).rejects.toThrow("passphrase-wrong");
    const { member } = signedIn(organisation, "second");
    const asOther = { ...keeper.stored, member };
    await expect(unlocks(asOther)).rejects.toThrow("passphrase-wrong");
    expect(keeper.stored.slots.map(({ kind }) => kind)).toEqual(["passphrase", "passkey"]);
    const { passphrase, parameters } = organisation.people.first;
    const byPassphrase = new DeskVault(organisation.trust);
    await byPassphrase.start();
    await byPassphrase.stretch(passphrase, parameters);
    await byPassphrase.unlock(keeper.stored);
  });

  it("is asked for a salt of its own, told before anything is open", async () => {
    const { vault, keeper } = await turnedOn();
    const locked = new DeskVault(organisation.trust);
    await locked.start();
    const asked = await locked.unlockingPasskeys(keeper.stored, [OTHER_PASSKEY, PASSKEY]);
    expect(asked).toEqual([await vault.passkeyQuestion(PASSKEY)]);
    const { salt } = await vault.passkeyQuestion(OTHER_PASSKEY);
    expect(asked[0]?.salt).not.toEqual(salt);
    expect(await locked.unlockingPasskeys(signedIn(organisation, "first"), [PASSKEY])).toEqual([]);
  });

  it("signs nobody in: the vault has nothing to sign a challenge with", async () => {
    const { keeper } = await turnedOn();
    const vault = new DeskVault(organisation.trust);
    await vault.start();
    await vault.enterPasskey(keeper.stored, PASSKEY, secret());
    const challenge = { challenge: "A".repeat(79), bits: 0, day: TODAY };
    await expect(vault.signIn(challenge)).rejects.toThrow("not-ready");
  });

  it("wipes what it was given, on turning on and on unlocking", async () => {
    const keeper = new Keeper();
    const vault = await desk(organisation, "first");
    const given = secret();
    await keeper.take(vault, await vault.addPasskeyUnlock(PASSKEY, given));
    const again = secret();
    await unlocks(keeper.stored, PASSKEY, again);
    expect([...given, ...again].every((byte) => byte === 0)).toBe(true);
  });

  it("is not let in before the roster has said whose keyring this is", async () => {
    const { keeper } = await turnedOn();
    const vault = new DeskVault(organisation.trust);
    await vault.start();
    await vault.enterPasskey(keeper.stored, PASSKEY, secret());
    await vault.unlock(keeper.stored);
    await expect(vault.addPasskeyUnlock(OTHER_PASSKEY, secret(9))).rejects.toThrow("not-ready");
    await expect(vault.removePasskeyUnlock(PASSKEY)).rejects.toThrow("not-ready");
  });
});

describe("the secret of a passkey", () => {
  it("opens nothing once it was turned off: not the newest copy, with its old slot or without", async () => {
    const { vault, keeper } = await turnedOn();
    const before = keeper.stored;
    await keeper.take(vault, await vault.removePasskeyUnlock(PASSKEY));
    expect(keeper.stored.slots.map(({ kind }) => kind)).toEqual(["passphrase"]);
    expect(await vault.passkeysThatUnlock([PASSKEY])).toEqual([]);
    await expect(unlocks(keeper.stored)).rejects.toThrow("passphrase-wrong");
    const [oldSlot] = before.slots.filter(({ kind }) => kind === "passkey");
    if (oldSlot === undefined) throw new Error("no slot was made");
    const patched = { ...keeper.stored, slots: [...keeper.stored.slots, oldSlot] };
    await expect(unlocks(patched)).rejects.toThrow("passphrase-wrong");
    // The control: the copy from before opens with it, so the secret is the right one.
    await expect(unlocks(before)).resolves.toBeInstanceOf(DeskVault);
    await expect(vault.removePasskeyUnlock(PASSKEY)).rejects.toThrow("not-ready");
  });

  it("opens what a new passphrase seals, and its former slot nothing", async () => {
    const { vault, keeper } = await turnedOn();
    const before = keeper.stored;
    await keeper.take(vault, await vault.replacePassphrase(CHOSEN, [], "kept"));
    await expect(unlocks(keeper.stored)).resolves.toBeInstanceOf(DeskVault);
    await expect(unlocks({ ...keeper.stored, slots: before.slots })).rejects.toThrow(
      "passphrase-wrong",
    );
  });

  it("opens nothing once its owner has recovered", async () => {
    const { vault, keeper } = await turnedOn();
    const { words } = await vault.newRecoveryKey("en");
    await keeper.take(vault, await vault.saveRecoveryKey());
    await expect(unlocks(keeper.stored)).resolves.toBeInstanceOf(DeskVault);
    const recovering = new DeskVault(organisation.trust);
    await recovering.start();
    await recovering.enterRecoveryKey(words.join(" "));
    await recovering.unlock(keeper.stored);
    await recovering.verifyRoster(organisation.published, TODAY, ORIGIN);
    await recovering.newRecoveryKey("en");
    await keeper.take(recovering, await recovering.replacePassphrase(CHOSEN, [], "renewed"));
    expect(keeper.stored.slots.map(({ kind }) => kind).toSorted()).toEqual([
      "passphrase",
      "recovery",
    ]);
    await expect(unlocks(keeper.stored)).rejects.toThrow("passphrase-wrong");
  });

  it("opens nothing once the passkey is listed no more and its owner has come back", async () => {
    const { vault, keeper } = await turnedOn();
    await keeper.take(vault, await vault.addPasskeyUnlock(OTHER_PASSKEY, secret(9)));
    expect(await vault.keepPasskeyUnlocks([PASSKEY, OTHER_PASSKEY])).toBeNull();
    const save = await vault.keepPasskeyUnlocks([OTHER_PASSKEY]);
    if (save === null) throw new Error("nothing was left out");
    await keeper.take(vault, save);
    await expect(unlocks(keeper.stored)).rejects.toThrow("passphrase-wrong");
    await expect(unlocks(keeper.stored, OTHER_PASSKEY, secret(9))).resolves.toBeDefined();
  });

  it("goes on opening for the other passkey when one is turned off", async () => {
    const { vault, keeper } = await turnedOn();
    await keeper.take(vault, await vault.addPasskeyUnlock(OTHER_PASSKEY, secret(9)));
    await keeper.take(vault, await vault.removePasskeyUnlock(PASSKEY));
    await expect(unlocks(keeper.stored, OTHER_PASSKEY, secret(9))).resolves.toBeDefined();
    await expect(unlocks(keeper.stored)).rejects.toThrow("passphrase-wrong");
  });

  it("does not open a keyring to which the server added a slot for it", async () => {
    const { keeper } = await turnedOn();
    const intruder = await turnedOn();
    const [theirs] = intruder.keeper.stored.slots.filter(({ kind }) => kind === "passkey");
    if (theirs === undefined) throw new Error("no slot was made");
    const other = new Keeper();
    const told = {
      ...other.stored,
      slots: [...keeper.stored.slots, { ...theirs, id: "A".repeat(22) }],
    };
    await expect(unlocks({ ...keeper.stored, slots: told.slots })).rejects.toThrow("slot-unknown");
  });
});
