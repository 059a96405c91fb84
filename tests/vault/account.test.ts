/**
 * A member's ways in: what a new passphrase, a recovery key and its replacement open, and what no longer opens once
 * they are replaced, with a copy of the database from before at hand.
 */
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { KeyringSave, RekeyedSave, StoredKeyring } from "../../worker/contract/session.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { DeskVault } from "../../web/vault/desk-vault.ts";
import type { NewPassphrase } from "../../web/vault/interface.ts";
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
const KNOWN: readonly string[] = [];

/** The server, as far as a keyring goes: it keeps what it is given. */
class Keeper {
  stored: StoredKeyring;
  parameters: NewPassphrase["passphrase"]["parameters"];

  constructor(handle: "first" | "second") {
    this.stored = signedIn(organisation, handle);
    this.parameters = organisation.people[handle].parameters;
  }

  /** Everything as it is now, out of reach of whatever comes. */
  copy(): Pick<Keeper, "stored" | "parameters"> {
    return { stored: this.stored, parameters: this.parameters };
  }

  async take(vault: DeskVault, save: KeyringSave | RekeyedSave | NewPassphrase): Promise<void> {
    const version = save.replacesVersion + 1;
    const slots = "slots" in save ? save.slots : this.stored.slots;
    this.stored = { ...this.stored, keyring: save.keyring, keyringVersion: version, slots };
    if ("passphrase" in save) this.parameters = save.passphrase.parameters;
    await vault.keyringSaved(version);
  }
}

async function comesWith(
  passphrase: string,
  { stored, parameters }: Pick<Keeper, "stored" | "parameters">,
): Promise<DeskVault> {
  const vault = new DeskVault(organisation.trust);
  await vault.start();
  await vault.stretch(passphrase, parameters);
  await vault.unlock(stored);
  await vault.verifyRoster(organisation.published, TODAY, ORIGIN);
  return vault;
}

async function recovers(words: string, { stored }: Pick<Keeper, "stored">): Promise<DeskVault> {
  const vault = new DeskVault(organisation.trust);
  await vault.start();
  expect(await vault.enterRecoveryKey(words)).toEqual({ kind: "complete" });
  await vault.unlock(stored);
  await vault.verifyRoster(organisation.published, TODAY, ORIGIN);
  return vault;
}

/** A recovery key made and saved; answers its words. */
async function makesRecoveryKey(vault: DeskVault, keeper: Keeper): Promise<string> {
  const { words } = await vault.newRecoveryKey("en");
  await keeper.take(vault, await vault.saveRecoveryKey());
  return words.join(" ");
}

describe("a new passphrase", () => {
  it("opens the keyring; the old one does not, and opens nothing newer with an old copy", async () => {
    const keeper = new Keeper("first");
    const { passphrase: old } = organisation.people.first;
    const vault = await desk(organisation, "first");
    const before = keeper.copy();
    await keeper.take(vault, await vault.replacePassphrase(CHOSEN, KNOWN, "kept"));
    await expect(comesWith(CHOSEN, keeper)).resolves.toBeInstanceOf(DeskVault);
    await expect(comesWith(old, keeper)).rejects.toThrow("passphrase-wrong");
    // The whole of the old copy, with the old passphrase, on what was sealed since: its salt, its slots.
    const mixed: Pick<Keeper, "stored" | "parameters"> = {
      parameters: before.parameters,
      stored: { ...keeper.stored, slots: before.stored.slots },
    };
    await expect(comesWith(old, mixed)).rejects.toThrow("passphrase-wrong");
    await expect(
      comesWith(old, { ...keeper.copy(), parameters: before.parameters }),
    ).rejects.toThrow("passphrase-wrong");
    // The control: what was sealed before, it opens, as whoever took the copy then could.
    await expect(comesWith(old, before)).resolves.toBeInstanceOf(DeskVault);
    await expect(comesWith(CHOSEN, before)).rejects.toThrow("passphrase-wrong");
  });

  it("keeps the other ways in, without being told their secrets", async () => {
    const keeper = new Keeper("first");
    const vault = await desk(organisation, "first");
    const words = await makesRecoveryKey(vault, keeper);
    const former = keeper.copy();
    // Shown, and never kept: it takes nobody's place.
    const { words: dismissed } = await vault.newRecoveryKey("en");
    await keeper.take(vault, await vault.replacePassphrase(CHOSEN, KNOWN, "kept"));
    expect(keeper.stored.slots.map(({ kind }) => kind).toSorted()).toEqual([
      "passphrase",
      "recovery",
    ]);
    await expect(recovers(words, keeper)).resolves.toBeInstanceOf(DeskVault);
    await expect(recovers(dismissed.join(" "), keeper)).rejects.toThrow("passphrase-wrong");
    // Its former slot holds the former key, which is good for nothing any more.
    const stale = { stored: { ...keeper.stored, slots: former.stored.slots } };
    await expect(recovers(words, stale)).rejects.toThrow("passphrase-wrong");
  });

  it("that is weak is refused, and why is said", async () => {
    const vault = await desk(organisation, "first");
    for (const weak of ["", "password", "rowan rowan rowan rowan rowan rowan", "123456789012"]) {
      expect(await vault.weaknessOf(weak, ["rowan"]), weak).not.toBeNull();
      await expect(vault.replacePassphrase(weak, ["rowan"], "kept")).rejects.toThrow(
        "passphrase-weak",
      );
    }
    expect(await vault.weaknessOf("otter lantern gravel", [])).toEqual({
      kind: "guessable",
      worth: 3,
      wanted: 6,
    });
    const proposed = await vault.proposePassphrase(["rowan"]);
    expect(proposed.split(" ").length).toBe(7);
    expect(await vault.weaknessOf(proposed, ["rowan"])).toBeNull();
  });

  it("is not made before the roster has said whose keyring this is", async () => {
    const keeper = new Keeper("first");
    const vault = new DeskVault(organisation.trust);
    await vault.start();
    await vault.stretch(organisation.people.first.passphrase, keeper.parameters);
    await vault.unlock(keeper.stored);
    await expect(vault.replacePassphrase(CHOSEN, KNOWN, "kept")).rejects.toThrow("not-ready");
    await vault.newRecoveryKey("en");
    await expect(vault.saveRecoveryKey()).rejects.toThrow("not-ready");
  });
});

describe("a recovery key", () => {
  it("opens the keyring, in words of either list or in numbers", async () => {
    const keeper = new Keeper("first");
    const vault = await desk(organisation, "first");
    const { numbers } = await vault.newRecoveryKey("fr");
    const { words } = await vault.newRecoveryKey("fr");
    expect(await vault.isRecoveryWord(3, words[2] ?? "")).toBe(true);
    expect(await vault.isRecoveryWord(3, `${words[3]}`)).toBe(words[3] === words[2]);
    await keeper.take(vault, await vault.saveRecoveryKey());
    await expect(recovers(words.join("-").toUpperCase(), keeper)).resolves.toBeDefined();
    // The first was shown and never saved: nothing knows it.
    await expect(recovers(numbers.join(" "), keeper)).rejects.toThrow("passphrase-wrong");
    await expect(comesWith(organisation.people.first.passphrase, keeper)).resolves.toBeInstanceOf(
      DeskVault,
    );
  });

  it("is dead once another took its place, also for whoever kept a copy of the slots", async () => {
    const keeper = new Keeper("first");
    const vault = await desk(organisation, "first");
    const first = await makesRecoveryKey(vault, keeper);
    const before = keeper.copy();
    const second = await makesRecoveryKey(vault, keeper);
    await expect(recovers(second, keeper)).resolves.toBeInstanceOf(DeskVault);
    await expect(recovers(first, keeper)).rejects.toThrow("passphrase-wrong");
    const mixed = { stored: { ...keeper.stored, slots: before.stored.slots } };
    await expect(recovers(first, mixed)).rejects.toThrow("passphrase-wrong");
    await expect(recovers(first, before)).resolves.toBeInstanceOf(DeskVault);
  });

  it("brings a new passphrase and a new recovery key, after which neither old one opens", async () => {
    const keeper = new Keeper("first");
    const words = await makesRecoveryKey(await desk(organisation, "first"), keeper);
    const vault = await recovers(words, keeper);
    const { words: newWords } = await vault.newRecoveryKey("en");
    await keeper.take(vault, await vault.replacePassphrase(CHOSEN, KNOWN, "renewed"));
    await expect(comesWith(CHOSEN, keeper)).resolves.toBeInstanceOf(DeskVault);
    await expect(recovers(newWords.join(" "), keeper)).resolves.toBeInstanceOf(DeskVault);
    await expect(recovers(words, keeper)).rejects.toThrow("passphrase-wrong");
    await expect(comesWith(organisation.people.first.passphrase, keeper)).rejects.toThrow(
      "passphrase-wrong",
    );
  });

  it("of somebody else opens nothing, nor does one in place of a passphrase's slot", async () => {
    const mine = new Keeper("first");
    const theirs = new Keeper("second");
    await makesRecoveryKey(await desk(organisation, "first"), mine);
    const words = await makesRecoveryKey(await desk(organisation, "second"), theirs);
    await expect(recovers(words, mine)).rejects.toThrow("passphrase-wrong");
    // The server hands over their slot beside my keyring, or says that their keyring is mine.
    const swapped = { stored: { ...mine.stored, slots: theirs.stored.slots } };
    await expect(recovers(words, swapped)).rejects.toThrow("passphrase-wrong");
    const renamed = { stored: { ...theirs.stored, member: mine.stored.member } };
    await expect(recovers(words, renamed)).rejects.toThrow("passphrase-wrong");
    const relabelled = {
      stored: {
        ...theirs.stored,
        slots: theirs.stored.slots.map((slot) => ({ ...slot, kind: "recovery" as const })),
      },
    };
    await expect(recovers("abandon ".repeat(11).concat("about"), relabelled)).rejects.toThrow(
      "passphrase-wrong",
    );
  });
});

describe("the server's own slot", () => {
  it("among the real ones is noticed before any key is wrapped to it", async () => {
    const keeper = new Keeper("first");
    await makesRecoveryKey(await desk(organisation, "first"), keeper);
    const intruder = new Keeper("second");
    await makesRecoveryKey(await desk(organisation, "second"), intruder);
    const [passphrase, recovery] = keeper.stored.slots;
    const [theirs] = intruder.stored.slots.filter(({ kind }) => kind === "recovery");
    if (passphrase === undefined || recovery === undefined || theirs === undefined) {
      throw new Error("account: three slots were made");
    }
    const { passphrase: own } = organisation.people.first;
    for (const slots of [[passphrase, theirs], [passphrase, recovery, theirs], [passphrase]]) {
      const told = { ...keeper.copy(), stored: { ...keeper.stored, slots } };
      await expect(comesWith(own, told)).rejects.toThrow("slot-unknown");
    }
    await expect(comesWith(own, keeper)).resolves.toBeInstanceOf(DeskVault);
  });
});

describe("what was prepared and not saved", () => {
  it("changes nothing: the next save starts from what the server has", async () => {
    const keeper = new Keeper("first");
    const vault = await desk(organisation, "first");
    await vault.replacePassphrase(CHOSEN, KNOWN, "kept");
    await makesRecoveryKey(vault, keeper);
    await expect(comesWith(organisation.people.first.passphrase, keeper)).resolves.toBeInstanceOf(
      DeskVault,
    );
    await expect(vault.keyringSaved(keeper.stored.keyringVersion + 1)).rejects.toThrow("not-ready");
  });
});
