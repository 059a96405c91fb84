/**
 * From a command to an organisation that works: founded offline, put into a real database, entered by its first
 * coordinator, joined by somebody they invite, renewed by its root key, and written to by a reporter.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Trust } from "../../worker/contract/roster.ts";
import { setsUpAuthenticator } from "../support/account.ts";
import { openBrowser, REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { buildBundle, type Bundle } from "../support/bundle.ts";
import { Coordinator } from "../support/coordinator.ts";
import { Joiner } from "../support/joiner.ts";
import { runOrg, temporaryFolder } from "../support/org-command.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { startServer, type Server } from "../support/server.ts";
import { SITE_ORIGIN } from "../support/site.ts";

const { path: home, remove } = temporaryFolder();
const folder = join(home, "organisation");

let server: Server;
let bundle: Bundle;
/** One browser a person: nothing is shared. */
let browsers: readonly TestBrowser[] = [];
let link = "";
/** Six words of the first coordinator's keys, as the command printed them. */
let printedWords = "";

beforeAll(async () => {
  const desk = ["--desk", "North desk", "--country", "IE", "--languages", "en"];
  const coordinator = ["--coordinator-name", "Ada Example", "--coordinator-handle", "ada"];
  const organisation = ["--name", "Harbour Network", "--origin", SITE_ORIGIN, "--folder", folder];
  const { out, err } = await runOrg(["create", ...organisation, ...desk, ...coordinator]);
  expect(err).toBe("");
  link = /^\S+\/join#\S+$/mu.exec(out)?.[0] ?? "";
  printedWords = /keys in words: (.+)$/mu.exec(out)?.[1] ?? "";
  const trust = Trust.parse(JSON.parse(readFileSync(join(folder, "trust.json"), "utf8")));
  bundle = await buildBundle(trust);
  server = await startServer({
    assets: bundle.pages,
    vars: { ORIGIN: SITE_ORIGIN, ROOT_KEY: trust.rootKey },
  });
  await run(readFileSync(join(folder, "founding.sql"), "utf8").trim().split("\n"));
  browsers = [await openBrowser(server.url), await openBrowser(server.url)];
}, 240_000);
afterEach(async () => {
  for (const browser of browsers) await browser.endVisits();
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await server.close();
  bundle.remove();
  remove();
});

async function run(rows: readonly string[]): Promise<void> {
  await server.database.batch(rows.map((row) => server.database.prepare(row)));
}

function browserOf(place: 0 | 1): TestBrowser {
  const browser = browsers[place];
  if (browser === undefined) throw new Error("founding: no browser");
  return browser;
}

/** The root key lets them sign for longer, by a text that is carried to the people page. */
async function renewsDelegation(ada: Coordinator): Promise<void> {
  const { t } = ada.texts.desk;
  const served = join(home, "served.json");
  writeFileSync(served, await (await server.fetch("/api/roster")).text());
  const asked = ["--folder", folder, "--roster", served, "--signer", "Ada Example"];
  const { out, err } = await runOrg(["delegate", ...asked, "--days", "300"]);
  expect(err).toBe("");
  expect(out).toContain(`Ada Example: ${printedWords}`);
  await ada.field(t("expiry.paste")).fill(out.trimEnd().split("\n").at(-1) ?? "");
  await ada.press(t("expiry.check"));
  await ada.press(t("expiry.publish"));
  await ada.reads(t("people.done"));
}

describe("an organisation founded by command", () => {
  it("is entered by its first coordinator, who takes somebody on, who reads what is reported", async () => {
    const [first, second] = [browserOf(0), browserOf(1)];
    const founder = await Joiner.opens(first, link);
    await founder.reads(founder.join.t("offer.founding", { organisation: "Harbour Network" }));
    const passphrase = await founder.makesKeys();
    await founder.reaches(founder.join.t("done.title"));
    const secret = link.split("#")[1] ?? "";
    const sent = founder.visit.requests.map(({ url, body }) => url + (body?.toString() ?? ""));
    expect(secret).toHaveLength(43);
    expect(sent.join("\n")).not.toContain(secret);

    const late = await Joiner.opens(second, link);
    late.visit.expects(REQUEST_FAILED);
    await late.reads(late.join.t("refused.gone"));

    const ada = await Coordinator.arrives(first, "en");
    await ada.triesToSignIn("ada", passphrase);
    await setsUpAuthenticator(ada);
    await ada.seesInbox();
    await ada.goesToPeople();
    expect(printedWords.split(" ")).toHaveLength(6);

    const invitation = await ada.invites({
      name: "Wren Example",
      handle: "wren",
      roles: ["reviewer"],
      desks: ["north"],
    });
    const joiner = await Joiner.opens(second, invitation);
    const theirs = await joiner.makesKeys();
    const words = await joiner.readsWords();
    await ada.looksForChanges();
    expect(await ada.readsWords("Wren Example")).toEqual(words);
    await ada.confirms("Wren Example");
    await renewsDelegation(ada);

    const reporter = await Reporter.arrives(second, "en");
    await reporter.startWriting();
    await reporter.answerChannel("custody_abduction");
    await reporter.answerDesk("north");
    await reporter.answerUrgent(false);
    await reporter.answerText(
      "Written to an organisation that was founded a moment ago.",
      "The first of them all",
    );
    // Nobody keeps identities at this desk yet, so nobody is asked who they are.
    await reporter.answerReaders();
    await reporter.sends();
    await reporter.readsCode();
    const wren = await Reviewer.arrives(second, "en");
    await wren.triesToSignIn("wren", theirs);
    await wren.seesInbox();
    await wren.opens("The first of them all");
    expect(await wren.readsReport()).toContain("founded a moment ago");
  });

  it("is followed by verify from the root key to the list that was signed since", async () => {
    const tables = await Promise.all(
      ["rosters", "packets"].map((table) =>
        server.database.prepare(`SELECT * FROM ${table}`).all(),
      ),
    );
    const print = join(home, "database.json");
    writeFileSync(print, JSON.stringify(tables.map(({ results }) => ({ results }))));
    const trust = join(folder, "trust.json");
    const ended = await runOrg(["verify", "--database", print, "--trust", trust], null);
    expect(ended).toMatchObject({ code: 0, err: "" });
    expect(ended.out).toContain("roster 3     holds");
    const shown = await runOrg(["inspect", print], null);
    expect(shown.out).toContain(printedWords);
    expect(shown.out).toContain("Wren Example");
  });
});
