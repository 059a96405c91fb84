/** `npm run org -- delegate`, run for real: who may sign rosters next, and who can have that said. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Signed, type PublishedRoster, type Trust } from "../../worker/contract/roster.ts";
import { dayOf } from "../../worker/domain/clocks.ts";
import { signDelegation, verifyDelegation, verifyRoster } from "../../web/crypto/roster.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import {
  complaintOf,
  runOrg,
  temporaryFolder,
  writeOrganisation,
  type TemporaryFolder,
} from "../support/org-command.ts";
import { foundOnPaper, nextRoster, type PaperOrganisation } from "../support/paper-organisation.ts";

const today = dayOf(Date.now());
const BUSY = { timeout: 240_000 };

let home: TemporaryFolder;
let organisation: PaperOrganisation;
beforeAll(async () => {
  await loadSodiumWithArgon2();
  home = temporaryFolder();
  organisation = foundOnPaper(today - 10);
  writeOrganisation(home.path, organisation);
}, 120_000);
afterAll(() => home.remove());

/** The roster in a file of its own, beside the organisation's. */
function rosterFile(name: string, published: PublishedRoster): string {
  const path = join(home.path, name);
  writeFileSync(path, JSON.stringify(published));
  return path;
}

function delegate(args: readonly string[], passphrase?: string | null) {
  const roster = args.includes("--roster") ? [] : ["--roster", join(home.path, "roster.json")];
  return runOrg(["delegate", "--folder", home.path, ...roster, ...args], passphrase);
}

function delegationAt(path: string): Signed {
  return Signed.parse(JSON.parse(readFileSync(path, "utf8")));
}

const conditions = (trust: Trust) => ({ trust, today, highestVersion: 0 });

describe("a new delegation", BUSY, () => {
  it("lets the one it names sign the next roster, who could not before, and under this root alone", async () => {
    const { trust, published, roster, people } = organisation;
    const out = join(home.path, "to-ben.json");
    const ended = await delegate(["--signer", "ben EXEMPLE", "--days", "30", "--out", out]);
    expect(ended).toMatchObject({ code: 0, err: "" });
    const text = readFileSync(out, "utf8").trim();
    expect(ended.out.trimEnd().endsWith(text)).toBe(true);
    expect(ended.out).toContain(`"delegationFloor": ${today}`);
    const signed = delegationAt(out);
    expect(verifyDelegation(signed, conditions(trust))).toMatchObject({
      issuedDay: today,
      expiresDay: today + 30,
      signers: [{ memberId: people.ben.id }],
    });
    const next = nextRoster(published, roster, people.ben).published;
    expect(() => verifyRoster(next, conditions(trust))).toThrow("roster-signature");
    const renewed = { ...next, delegation: signed };
    expect(verifyRoster(renewed, conditions(trust)).roster.version).toBe(2);
    const byAda = { ...nextRoster(published, roster, people.ada).published, delegation: signed };
    expect(() => verifyRoster(byAda, conditions(trust))).toThrow("roster-signature");
    const other = foundOnPaper(today).trust;
    expect(() => verifyRoster(renewed, conditions(other))).toThrow("roster-signature");
    const raised = { ...trust, delegationFloor: today };
    expect(verifyRoster(renewed, conditions(raised)).roster.version).toBe(2);
    expect(() => verifyRoster(published, conditions(raised))).toThrow("roster-rolled-back");
  });

  it("names several, by name or id, each once", async () => {
    const { ada, ben } = organisation.people;
    const out = join(home.path, "to-both.json");
    const names = ["--signer", "Ada Example", "--signer", ada.id, "--signer", ben.id];
    expect(await delegate([...names, "--out", out])).toMatchObject({ code: 0, err: "" });
    const { signers } = verifyDelegation(delegationAt(out), conditions(organisation.trust));
    expect(signers.map(({ memberId }) => memberId)).toEqual([ada.id, ben.id]);
  });

  it("tells that a floor cannot end one of the same day", async () => {
    const fresh = foundOnPaper(today);
    const folder = join(home.path, "fresh");
    mkdirSync(folder);
    writeOrganisation(folder, fresh);
    const where = ["--folder", folder, "--roster", join(folder, "roster.json")];
    const { code, out } = await runOrg(["delegate", ...where, "--signer", "Ben Exemple"]);
    expect(code).toBe(0);
    expect(out).toContain("Ada Example was delegated to today as well, and still may");
    expect(out).not.toContain("delegationFloor");
    const raised = { ...fresh.trust, delegationFloor: today };
    expect(verifyRoster(fresh.published, conditions(raised)).roster.version).toBe(1);
  });

  it("is made from a roster whose last day is past", async () => {
    const old = foundOnPaper(today - 400);
    const folder = join(home.path, "old");
    mkdirSync(folder);
    writeOrganisation(folder, old);
    expect(() => verifyRoster(old.published, conditions(old.trust))).toThrow("roster-expired");
    const where = ["--folder", folder, "--roster", join(folder, "roster.json")];
    const ended = await runOrg(["delegate", ...where, "--signer", "Ada Example"]);
    expect(ended).toMatchObject({ code: 0, err: "" });
    const [written = ""] = readdirSync(folder).filter((name) => name.startsWith("delegation-"));
    const signed = delegationAt(join(folder, written));
    expect(verifyDelegation(signed, conditions(old.trust)).issuedDay).toBe(today);
  });
});

describe("delegating is refused, with one line and nothing written,", BUSY, () => {
  const out = (): string => join(home.path, "never.json");
  const refused = async (args: readonly string[], passphrase?: string | null): Promise<string> => {
    const before = readdirSync(home.path);
    const ended = await delegate([...args, "--out", out()], passphrase);
    expect(existsSync(out())).toBe(false);
    expect(readdirSync(home.path)).toEqual(before);
    if (ended.out === "") return complaintOf(ended);
    // What is to be signed is shown before the passphrase is asked for.
    return complaintOf({ ...ended, out: "" });
  };

  it("with another passphrase, or none", async () => {
    const signer = ["--signer", "Ben Exemple"];
    expect(await refused(signer, "another passphrase")).toContain("does not open the root file");
    expect(await refused(signer, "")).toContain("does not open the root file");
    expect(await refused(signer, null)).toContain("no terminal");
  });

  it("for whoever is no active coordinator of the roster", async () => {
    const { published, roster, people } = organisation;
    expect(await refused(["--signer", "Somebody"])).toContain('names nobody "Somebody"');
    expect(await refused(["--signer", "Cleo Example"])).toContain("is no coordinator");
    expect(await refused([])).toContain("--signer");
    const members = roster.members.map((member) =>
      member.id === people.ben.id ? { ...member, revokedDay: today } : member,
    );
    const left = nextRoster(published, roster, people.ada, { members }).published;
    const path = rosterFile("left.json", left);
    const args = ["--roster", path, "--signer", "Ben Exemple"];
    expect(await refused(args)).toContain("no longer a member");
  });

  it("from a roster that anybody changed, or that another organisation signed", async () => {
    const { published, roster, people } = organisation;
    const mallory = { ...people.ben, signing: foundOnPaper(today).people.ada.signing };
    const forged = rosterFile("forged.json", nextRoster(published, roster, mallory).published);
    const foreign = rosterFile("foreign.json", foundOnPaper(today).published);
    for (const path of [forged, foreign]) {
      const said = await refused(["--roster", path, "--signer", "Ada Example"]);
      expect(said).toContain("The roster does not hold");
    }
    const none = ["--roster", join(home.path, "trust.json"), "--signer", "Ada Example"];
    expect(await refused(none)).toContain("is no published roster");
    const gone = ["--roster", join(home.path, "gone.json"), "--signer", "Ada Example"];
    expect(await refused(gone)).toContain("There is no file");
  });

  it("while this machine's clock is behind what was signed last", async () => {
    const { trust, root, delegation } = organisation;
    const later = signDelegation({ ...delegation, issuedDay: today + 5 }, root);
    expect(verifyDelegation(later, conditions(trust)).issuedDay).toBe(today + 5);
    const path = rosterFile("later.json", { ...organisation.published, delegation: later });
    expect(await refused(["--roster", path, "--signer", "Ada Example"])).toContain("clock");
  });

  it("with a root file of which any field was changed", async () => {
    const path = join(home.path, "root.key");
    const whole = readFileSync(path);
    const fields = { label: 3, version: 17, passes: 19, memory: 23, salt: 30, key: 50, box: 100 };
    try {
      for (const [field, at] of Object.entries(fields)) {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ 1;
        writeFileSync(path, changed);
        const said = await refused(["--signer", "Ada Example"]);
        expect(said, field).toMatch(/no root file|another root key|does not open the root file/u);
      }
      writeFileSync(path, whole.subarray(1));
      expect(await refused(["--signer", "Ada Example"])).toContain("no root file");
    } finally {
      writeFileSync(path, whole);
    }
  });
});
