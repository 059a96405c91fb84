/** `npm run org -- inspect`, run for real: everything public in plain lines, nothing else, and nothing that acts. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import type { PublishedRoster } from "../../worker/contract/roster.ts";
import { dayOf } from "../../worker/domain/clocks.ts";
import { fingerprintWords } from "../../web/crypto/invitation.ts";
import { verifyKeyOf } from "../../web/crypto/keys.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import rootFileVector from "../vectors/root-file.json" with { type: "json" };
import { complaintOf, runOrg, temporaryFolder } from "../support/org-command.ts";
import { foundOnPaper, nextRoster, type PaperOrganisation } from "../support/paper-organisation.ts";

const today = dayOf(Date.now());
const BUSY = { timeout: 240_000 };
const { path: home, remove } = temporaryFolder();

let organisation: PaperOrganisation;
beforeAll(async () => {
  await loadSodium();
  organisation = foundOnPaper(today);
});
afterAll(remove);

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(home, name);
  writeFileSync(path, content);
  return path;
}

async function inspected(path: string): Promise<string> {
  const { code, out, err } = await runOrg(["inspect", path], null);
  expect(err).toBe("");
  expect(code).toBe(0);
  return out;
}

const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

describe("inspecting", BUSY, () => {
  it("a roster shows its people, roles, desks and dates, and the words of everybody's keys", async () => {
    const { published, people, roster } = organisation;
    const out = await inspected(fileOf("roster.json", JSON.stringify(published)));
    for (const { id, name, roles, signing, seal } of Object.values(people)) {
      const list = { language: "en", words: wordlist };
      const words = fingerprintWords(
        fromBase64Url(id),
        verifyKeyOf(signing),
        seal.publicKey,
        list,
      ).join(" ");
      for (const line of [id, name, roles.join(", "), words]) expect(out).toContain(line);
    }
    expect(out).toContain(`from ${dateOf(today)} until ${dateOf(today + 90)}`);
    expect(out).toContain("North desk");
    expect(out).toContain(roster.organisation);
  });

  it("a member who left shows until when they were one", async () => {
    const { published, roster, people } = organisation;
    const members = roster.members.map((member) =>
      member.id === people.cleo.id ? { ...member, revokedDay: today + 3 } : member,
    );
    const next = nextRoster(published, roster, people.ada, { members }).published;
    const out = await inspected(fileOf("left.json", JSON.stringify(next)));
    expect(out).toContain(dateOf(today + 3));
  });

  it("trust, a delegation and a root file show what is public of them", async () => {
    const { trust, published, people } = organisation;
    expect(await inspected(fileOf("trust.json", JSON.stringify(trust)))).toContain(trust.rootKey);
    const delegation = await inspected(fileOf("d.json", JSON.stringify(published.delegation)));
    expect(delegation).toContain(people.ada.id);
    expect(delegation).not.toContain(people.ben.id);
    const file = fileOf("root.key", fromBase64Url(rootFileVector.file));
    const root = await inspected(file);
    expect(root).toContain(rootFileVector.rootKey);
    expect(root).toContain("65536 KiB");
    for (const secret of [rootFileVector.seed, rootFileVector.key, rootFileVector.root]) {
      expect(root).not.toContain(secret);
      expect(root).not.toContain(Buffer.from(secret, "hex").toString("base64url"));
    }
  });

  it("never lets a name move the cursor, start a line or turn one round", async () => {
    const { published, roster, people } = organisation;
    const evil = "\u001b[2JAda\r\nMember forged\u202eeno\u2028";
    const members = roster.members.map((member) => ({ ...member, name: evil }));
    const lie: PublishedRoster = nextRoster(published, roster, people.ada, { members }).published;
    const out = await inspected(fileOf("evil.json", JSON.stringify(lie)));
    expect(out.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}]/u);
    expect(out).toContain("\\u{1b}[2JAda\\u{d}\\u{a}Member forged\\u{202e}eno\\u{2028}");
    expect(out.split("\n").filter((line) => line.startsWith("Member forged"))).toEqual([]);
  });

  it("says so when the file is none of an organisation's, or is not there", async () => {
    const none = fileOf("letter.txt", "Dear all");
    expect(complaintOf(await runOrg(["inspect", none], null))).toContain("is none of");
    expect(complaintOf(await runOrg(["inspect", join(home, "gone")], null))).toContain("no file");
    expect(complaintOf(await runOrg(["inspect", home], null))).toContain("is no file");
    expect(complaintOf(await runOrg(["inspect"], null))).toContain("What is to be shown?");
    expect(complaintOf(await runOrg(["inspect", none, none], null))).toContain("one file");
    const lie = { ...organisation.published.delegation, statement: "AAAA" };
    const empty = fileOf("empty.json", JSON.stringify(lie));
    expect(complaintOf(await runOrg(["inspect", empty], null))).toContain("is none of");
  });
});
