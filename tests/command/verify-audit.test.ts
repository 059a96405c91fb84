/** `npm run verify -- audit`, run for real: over a downloaded log that was tampered with, and by signing in. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditRecord } from "../../worker/contract/audit-record.ts";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { dayOf } from "../../worker/domain/clocks.ts";
import { found, type Founded } from "../../web/command/founding.ts";
import { foundingRows } from "../../web/command/rows.ts";
import { EMPTY_LOG, signAudit } from "../../web/crypto/audit.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { reworded } from "../support/audit-log.ts";
import { complaintOf, runVerify, temporaryFolder } from "../support/org-command.ts";
import { startServer, type Server } from "../support/server.ts";

const ORIGIN = "https://tern.example";
const BUSY = { timeout: 120_000 };
const today = dayOf(Date.now());
const { path: home, remove } = temporaryFolder();
const trustFile = join(home, "trust.json");

let server: Server;
let organisation: Founded;

beforeAll(async () => {
  await loadSodiumWithArgon2();
  server = await startServer({ vars: { ORIGIN } });
  organisation = found(
    {
      organisation: "Invented",
      origins: [ORIGIN, server.url],
      desks: [
        {
          names: { en: "Desk" },
          country: "IE",
          languages: ["en"],
          members: ["one"],
          custodians: [],
        },
      ],
      members: [
        { handle: "one", name: "One", roles: ["reviewer"] },
        { handle: "coordinator", name: "Coordinator", roles: ["coordinator"] },
        { handle: "auditor", name: "Auditor", roles: ["auditor"] },
      ],
      signer: "coordinator",
      today,
      validDays: 30,
    },
    { language: "en", words: wordlist },
  );
  await server.database.batch(
    foundingRows(organisation).map((row) => server.database.prepare(row)),
  );
  writeFileSync(trustFile, JSON.stringify(organisation.trust));
}, 120_000);
afterAll(async () => {
  await server.close();
  remove();
});

/** What the page would download, with a log of eight entries. */
function record(): AuditRecord {
  const { published, members } = organisation;
  const { delegation, signer, roster } = published;
  const entries: AuditRecord["entries"] = [];
  let head = EMPTY_LOG;
  for (let at = 0; at < 8; at += 1) {
    const author = members[at % members.length];
    if (author === undefined) throw new Error("nobody");
    const writer = { origin: ORIGIN, member: author.id, signing: author.signing };
    const made = signAudit({ kind: "sign-in" }, head, today, writer);
    entries.push(made.audit);
    ({ head } = made);
  }
  return { suite: "tern/1", day: today, rosters: [{ delegation, signer, roster }], entries, head };
}

async function verify(given: unknown, ...more: readonly string[]) {
  const file = join(home, "log.json");
  writeFileSync(file, JSON.stringify(given));
  return await runVerify(["audit", "--file", file, "--trust", trustFile, ...more]);
}

describe("a downloaded log", () => {
  it("that nobody touched is whole", BUSY, async () => {
    const whole = record();
    const { seq, hash } = whole.head;
    expect(await verify(whole)).toEqual({
      code: 0,
      out: `8 entries, whole. The log ends at ${seq}:${hash}\n`,
      err: "",
    });
    expect((await verify(whole, "--seen", `${seq}:${hash}`)).code).toBe(0);
  });

  it("that somebody touched is not, and what they did is named", BUSY, async () => {
    const whole = record();
    const { entries } = whole;
    const fifth = entries[4];
    if (fifth === undefined) throw new Error("no fifth entry");
    const bent = reworded(fifth, (json) => json.replace("sign-in", "recovered"));
    const done = [
      [entries.toSpliced(4, 1), /^entry 5: missing/mu],
      [entries.toSpliced(4, 1).toSpliced(1, 0, fifth), /^entry 5: reordered/mu],
      [entries.toSpliced(1, 0, fifth), /^entry 5: inserted/mu],
      [entries.toSpliced(4, 1, bent), /^entry 5: changed/mu],
    ] as const;
    for (const [tampered, expected] of done) {
      const { code, out } = await verify({ ...whole, entries: tampered });
      expect(out).toMatch(expected);
      expect(out).toMatch(/entries, not whole\.$/mu);
      expect(code).toBe(1);
    }
  });

  it("that was cut off is found by whoever saw its end", BUSY, async () => {
    const whole = record();
    const entries = whole.entries.slice(0, 6);
    const cut = await verify({ ...whole, entries });
    expect(cut).toMatchObject({ code: 1 });
    expect(cut.out).toMatch(/^entries 7 to 8: truncated/mu);
    const head = { seq: 6, hash: toBase64Url(new Uint8Array(32)) };
    const seen = await verify(
      { ...whole, entries, head },
      "--seen",
      `${whole.head.seq}:${whole.head.hash}`,
    );
    expect(seen.out).toMatch(/^entries 7 to 8: truncated/mu);
    expect(seen.code).toBe(1);
  });

  it(
    "with lists of people that do not come from the root key is believed of nothing",
    BUSY,
    async () => {
      const whole = record();
      const [roster] = whole.rosters;
      if (roster === undefined) throw new Error("no roster");
      const unsigned = { ...roster.roster, signature: toBase64Url(new Uint8Array(64)) };
      for (const rosters of [[{ ...roster, roster: unsigned }], [roster, roster]]) {
        const { code, out } = await verify({ ...whole, rosters });
        expect(out).toMatch(/lists of people do not lead from the root key/u);
        expect(code).toBe(1);
      }
    },
  );

  it("that is no such file is one line", BUSY, async () => {
    expect(complaintOf(await verify({}))).toMatch(/is no audit log/u);
    expect(
      complaintOf(
        await runVerify(["audit", "--file", join(home, "none.json"), "--trust", trustFile]),
      ),
    ).toMatch(/There is no file/u);
    expect(complaintOf(await verify(record(), "--seen", "x"))).toMatch(/SEQ:HASH/u);
    expect(complaintOf(await runVerify(["else"]))).toMatch(/cannot be verified/u);
  });
});

describe("a server's log", () => {
  function ask(handle: string, ...more: readonly string[]) {
    const member = organisation.members.find((one) => one.handle === handle);
    return runVerify(
      ["audit", "--url", server.url, "--name", handle, "--trust", trustFile, ...more],
      { TERN_PASSPHRASE: member?.passphrase ?? "" },
    );
  }

  it("is read by an auditor who signs in, and whole with that sign-in in it", BUSY, async () => {
    expect((await ask("auditor")).out).toMatch(/^1 entries, whole/mu);
    const { code, out } = await ask("auditor");
    expect(out).toMatch(/^2 entries, whole/mu);
    expect(code).toBe(0);
    const left = await server.database.prepare("SELECT count(*) AS n FROM sessions").first("n");
    expect(left).toBe(0);
  });

  it("that lost its first entry is not whole", BUSY, async () => {
    await server.database.prepare("DELETE FROM audit_log WHERE seq = 1").run();
    const { code, out } = await ask("auditor");
    expect(out).toMatch(/^entry 1: missing/mu);
    expect(code).toBe(1);
  });

  it(
    "is not handed to somebody whose role it is not, nor asked for anywhere else",
    BUSY,
    async () => {
      expect(complaintOf(await ask("one"))).toMatch(/refuses readAudit: forbidden/u);
      const elsewhere = ["audit", "--url", "https://else.example", "--name", "auditor"];
      expect(complaintOf(await runVerify([...elsewhere, "--trust", trustFile]))).toMatch(
        /none of this organisation's origins/u,
      );
    },
  );
});
