/** `npm run org -- verify`, run for real against a server that may lie, and against a print of the database. */
import { createServer, type Server } from "node:http";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { PublishedRoster } from "../../worker/contract/roster.ts";
import { dayOf } from "../../worker/domain/clocks.ts";
import { signRoster } from "../../web/crypto/roster.ts";
import { loadSodium } from "../../web/crypto/sodium.ts";
import { complaintOf, runOrg, temporaryFolder, type Ended } from "../support/org-command.ts";
import { foundOnPaper, nextRoster, type PaperOrganisation } from "../support/paper-organisation.ts";

const today = dayOf(Date.now());
const BUSY = { timeout: 240_000 };
const { path: home, remove } = temporaryFolder();
const trustFile = join(home, "trust.json");

let server: Server;
let url = "";
let organisation: PaperOrganisation;
/** Paths that were asked for. */
let asked: string[] = [];
let answer: { readonly status: number; readonly body: string; readonly location?: string };

function serves(published: PublishedRoster): void {
  answer = { status: 200, body: JSON.stringify(published) };
}

beforeAll(async () => {
  await loadSodium();
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const headers = answer.location === undefined ? {} : { location: answer.location };
    response.writeHead(answer.status, headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("verify: no port");
  url = `http://127.0.0.1:${address.port}`;
  organisation = foundOnPaper(today, { origins: ["https://tern.example", url] });
  writeFileSync(trustFile, JSON.stringify(organisation.trust));
});
afterEach(() => {
  asked = [];
});
afterAll(() => {
  server.close();
  remove();
});

function verifyServer(): Promise<Ended> {
  return runOrg(["verify", "--url", url, "--trust", trustFile], null);
}

/** The links by name, as they were said to hold or to fail. */
function links({ out }: Ended): readonly string[] {
  return out
    .split("\n")
    .flatMap((line) => /^(.+?) +(holds|FAILS):/u.exec(line)?.slice(1, 3).join(" ") ?? []);
}

describe("a served roster", BUSY, () => {
  it("holds from the root key to every packet", async () => {
    serves(organisation.published);
    const ended = await verifyServer();
    expect(ended).toMatchObject({ code: 0, err: "" });
    expect(links(ended)).toEqual(["delegation holds", "roster holds", "key packets holds"]);
    expect(asked).toEqual(["/api/roster"]);
  });

  it("fails at the link that was changed, and no further link is said to hold", async () => {
    const { published, roster, people } = organisation;
    const another = foundOnPaper(today, { origins: ["https://tern.example", url] });
    const text = Buffer.from(published.roster.statement, "base64url").toString("utf8");
    const renamed = Buffer.from(text.replace("Cleo", "Cleo2")).toString("base64url");
    const expired = signRoster({ ...roster, expiresDay: today - 1 }, people.ada.signing);
    const lies: readonly (readonly [PublishedRoster, readonly string[]])[] = [
      [another.published, ["delegation FAILS"]],
      [{ ...published, delegation: another.published.delegation }, ["delegation FAILS"]],
      [
        { ...published, roster: { ...published.roster, statement: renamed } },
        ["delegation holds", "roster FAILS"],
      ],
      [{ ...published, signer: people.ben.id }, ["delegation holds", "roster FAILS"]],
      [{ ...published, roster: expired }, ["delegation holds", "roster FAILS"]],
      [
        { ...published, packets: published.packets.slice(1) },
        ["delegation holds", "roster holds", "key packets FAILS"],
      ],
    ];
    for (const [lie, expected] of lies) {
      serves(lie);
      const ended = await verifyServer();
      expect(links(ended)).toEqual(expected);
      expect(ended.code).toBe(1);
      expect(ended.err).toBe("");
    }
  });

  it("fails at a delegation whose last day is past, saying that it is to be renewed", async () => {
    const { trust, published } = foundOnPaper(today - 91, {
      origins: ["https://tern.example", url],
    });
    const path = join(home, "old-trust.json");
    writeFileSync(path, JSON.stringify(trust));
    serves(published);
    const ended = await runOrg(["verify", "--url", url, "--trust", path], null);
    expect(links(ended)).toEqual(["delegation FAILS"]);
    expect(ended.out).toContain("its last day is past; renew it");
    expect(ended.code).toBe(1);
  });

  it("is asked for at the organisation's own origins, and nowhere a server sends on to", async () => {
    serves(organisation.published);
    const foreign = ["verify", "--url", "http://127.0.0.1:9", "--trust", trustFile];
    expect(complaintOf(await runOrg(foreign, null))).toContain("none of this organisation");
    expect(asked).toEqual([]);
    answer = { status: 302, body: "", location: `${url}/elsewhere` };
    expect(complaintOf(await verifyServer())).toContain("does not answer");
    expect(asked).toEqual(["/api/roster"]);
    answer = { status: 503, body: "{}" };
    expect(complaintOf(await verifyServer())).toContain("answers 503");
    answer = { status: 200, body: "<!doctype html>" };
    expect(complaintOf(await verifyServer())).toContain("is no roster");
  });

  it("needs a trust file, and one place to look", async () => {
    const missing = ["verify", "--url", url, "--trust", join(home, "gone.json")];
    expect(complaintOf(await runOrg(missing, null))).toContain("There is no file");
    const bad = join(home, "bad.json");
    writeFileSync(bad, '{"suite":"tern/1"}');
    const none = ["verify", "--url", url, "--trust", bad];
    expect(complaintOf(await runOrg(none, null))).toContain("is no trust file");
    expect(complaintOf(await runOrg(["verify"], null))).toContain("--url or --database");
  });
});

describe("every roster in the database", BUSY, () => {
  /** As `wrangler d1 execute --json` prints the two tables. */
  function print(rosters: readonly PublishedRoster[], versions?: readonly number[]): string {
    const file = join(home, "database.json");
    const rows = rosters.map(({ delegation, signer, roster }, at) => ({
      version: versions?.[at] ?? at + 1,
      delegation_statement: delegation.statement,
      delegation_signature: delegation.signature,
      signer,
      ...roster,
    }));
    const packets = organisation.published.packets.map(({ member, packet }) => ({
      member_id: member,
      epoch: 0,
      ...packet,
    }));
    const results = [rows, packets].map((table) => ({ results: table, success: true, meta: {} }));
    writeFileSync(file, JSON.stringify(results));
    return file;
  }
  const verifyDatabase = (file: string): Promise<Ended> =>
    runOrg(["verify", "--database", file, "--trust", trustFile], null);

  it("follows the one before it", async () => {
    const { published, roster, people } = organisation;
    const second = nextRoster(published, roster, people.ada);
    const third = nextRoster(second.published, second.roster, people.ada);
    const ended = await verifyDatabase(print([published, second.published, third.published]));
    expect(ended).toMatchObject({ code: 0, err: "" });
    expect(links(ended).slice(0, 3)).toEqual([
      "roster 1 holds",
      "roster 2 holds",
      "roster 3 holds",
    ]);
    expect(links(ended).slice(3)).toEqual([
      "delegation holds",
      "roster holds",
      "key packets holds",
    ]);
  });

  it("is found out when one was changed, left out, put in twice or made to follow another", async () => {
    const { published, roster, people } = organisation;
    const second = nextRoster(published, roster, people.ada);
    const third = nextRoster(second.published, second.roster, people.ada);
    const previous = toBase64Url(new Uint8Array(32).fill(9));
    const astray = nextRoster(published, roster, people.ada, { previous });
    const badly = { ...second.published, roster: { ...third.published.roster } };
    const swapped = { ...badly.roster, signature: second.published.roster.signature };
    const histories: readonly (readonly [() => string, readonly string[]])[] = [
      [
        () => print([published, { ...badly, roster: swapped }]),
        ["roster 1 holds", "roster 2 FAILS"],
      ],
      [() => print([published, third.published], [1, 3]), ["roster 1 holds", "roster 3 FAILS"]],
      [() => print([second.published], [2]), ["roster 2 FAILS"]],
      [() => print([published, published], [1, 2]), ["roster 1 holds", "roster 2 FAILS"]],
      [() => print([published, astray.published]), ["roster 1 holds", "roster 2 FAILS"]],
    ];
    for (const [history, expected] of histories) {
      const ended = await verifyDatabase(history());
      expect(links(ended)).toEqual(expected);
      expect(ended.code).toBe(1);
    }
  });

  it("is not looked for in a file that is none", async () => {
    const file = join(home, "none.json");
    writeFileSync(file, "[]");
    expect(complaintOf(await verifyDatabase(file))).toContain("no print of the database");
    expect(complaintOf(await verifyDatabase(trustFile))).toContain("no print of the database");
  });
});
