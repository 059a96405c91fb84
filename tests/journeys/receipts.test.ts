/**
 * A promise that was missed and then kept late: the reporter reads both, signed, keeps one, and anybody checks it with
 * the network cut, on a page and on a command line.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { acknowledgeByDay } from "../../worker/contract/clocks.ts";
import type { PromisesText } from "../../web/i18n/index.ts";
import { today } from "../routes/client.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { runVerify, temporaryFolder } from "../support/org-command.ts";
import { PAGE_LANGUAGES, textsIn, type PageLanguage, type Person } from "../support/people.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { SITE_ORIGIN, startSite, type Site } from "../support/site.ts";

const MILLISECONDS_A_DAY = 86_400_000;
const DAYS_LATE = 2;
const { path: home, remove } = temporaryFolder();
const trust = join(home, "trust.json");

let site: Site;
let browser: TestBrowser;
let due: number;
let later: number;
beforeAll(async () => {
  site = await startSite(inject("site"), { main: "tests/support/later-worker.ts" });
  browser = await openBrowser(site.server.url);
  writeFileSync(trust, JSON.stringify(site.trust));
  due = acknowledgeByDay(today());
  later = due + DAYS_LATE;
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await site.close();
  remove();
});

async function promisesIn(language: PageLanguage): Promise<PromisesText> {
  return (await textsIn(language)).promises;
}

/** Their device goes with the time. */
async function isLater({ page }: Person): Promise<void> {
  await page.clock.setFixedTime(new Date(later * MILLISECONDS_A_DAY));
}

async function comesBackLater(words: readonly string[], language: PageLanguage) {
  const reporter = await Reporter.arrives(browser, language);
  await isLater(reporter);
  await reporter.comesBack(words.join(" "));
  return reporter;
}

/** The receipt that was signed last, as the browser saved it. */
async function keepsTheLast(reporter: Reporter, text: PromisesText) {
  const coming = reporter.page.waitForEvent("download");
  await reporter.button(text.t("receipt.keep")).last().click();
  const download = await coming;
  return { name: download.suggestedFilename(), path: await download.path() };
}

let words: readonly string[];
let kept: string;

describe("a team that misses the day it promised", () => {
  it("is said to have, by the reporter's own page, while nobody has signed anything", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const report = { channel: "unsure", desk: "north", urgent: false } as const;
    ({ words } = await reporter.reports({ ...report, title: "The boat", text: "It left." }));
    await site.server.fetch(`/later?days=${later - today()}`, { method: "POST" });
    const returning = await comesBackLater(words, "en");
    const { report: text } = returning.texts;
    await returning.reads(text.t("case.missed-title"));
    await returning.reads(text.t("case.missed", { day: text.day(due) }));
    expect(await returning.readsReceipts()).toEqual([]);
  });

  it("signs so with the first thing it does, and again when it answers after all", async () => {
    const reviewer = await Reviewer.arrives(browser, "en");
    await isLater(reviewer);
    await reviewer.signsIn(site, "rowan");
    await reviewer.seesInbox();
    await reviewer.opens("The boat");
    await reviewer.takesNote("Ask the harbour first.");
    await reviewer.acknowledges();
    for (const language of PAGE_LANGUAGES) {
      const returning = await comesBackLater(words, language);
      const { t, day } = await promisesIn(language);
      const name = site.member("rowan").name;
      const days = { due: day(due), met: day(later) };
      const [missed, late, ...more] = await returning.readsReceipts();
      expect(missed).toContain(t("promise.acknowledgement-missed", days));
      expect(late).toContain(t("promise.acknowledgement-late", days));
      expect(late).toContain(t("receipt.line", { name }));
      expect(late).toContain(t("receipt.warning"));
      expect(more).toEqual([]);
    }
  });

  it("cannot take back what the reporter has kept: a small file with no word of the report", async () => {
    const returning = await comesBackLater(words, "en");
    const text = await promisesIn("en");
    const { name, path } = await keepsTheLast(returning, text);
    const iso = new Date(later * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
    expect(name).toBe(`receipt-${iso}.json`);
    await returning.reads(
      text.t("receipt.kept", { address: new URL(SITE_ORIGIN).host + "/receipt" }),
    );
    kept = join(home, name);
    const file = readFileSync(path, "utf8");
    writeFileSync(kept, file);
    expect(file).not.toContain("boat");
    const { code, out } = await runVerify(["receipt", kept, "--trust", trust]);
    expect(out).toContain(`Signed on ${iso} by ${site.member("rowan").name}`);
    expect(out).toMatch(/^acknowledgement, due by [\d-]+: given on [\d-]+, late$/mu);
    expect(code).toBe(0);
  });
});

describe("the page that checks receipts", () => {
  it.each(PAGE_LANGUAGES)(
    "does so with the network cut, and refuses what was changed, in %s",
    async (language) => {
      const visit = await browser.visit({ language });
      const { page, context } = visit;
      const { t, day } = await promisesIn(language);
      await page.goto(`${SITE_ORIGIN}/receipt`);
      await page.getByText(t("check.offline"), { exact: true }).waitFor();
      await context.setOffline(true);
      const asked = visit.requests.length;
      const input = page.getByLabel(t("check.file"), { exact: true });
      await input.setInputFiles(kept);
      await page.getByRole("heading", { name: t("check.holds"), exact: true }).waitFor();
      const said = (await page.getByRole("main").textContent()) ?? "";
      expect(said).toContain(site.member("rowan").name);
      expect(said).toContain(t("check.late"));
      const days = { due: day(due), met: day(later) };
      expect(said).toContain(t("promise.acknowledgement-late", days));

      const right = readFileSync(kept, "utf8");
      const { receipt, ...rest } = JSON.parse(right);
      const signed = Buffer.from(String(receipt.statement), "base64url").toString("utf8");
      const bent = signed.replace(`"metDay":${later}`, `"metDay":${due}`);
      const statement = Buffer.from(bent).toString("base64url");
      const { suite, kind, published } = rest;
      for (const [content, fault] of [
        [right.slice(0, -1), "not-a-receipt"],
        [
          JSON.stringify({ suite, kind, receipt: { ...receipt, statement }, published }),
          "not-signed",
        ],
      ] as const) {
        const other = join(home, `${fault}.json`);
        writeFileSync(other, content);
        await input.setInputFiles(other);
        await page.getByText(t(`fault.${fault}`), { exact: true }).waitFor();
        expect(await page.getByRole("heading", { name: t("check.holds") }).count()).toBe(0);
      }
      expect(visit.requests.length).toBe(asked);
      expect(visit.asked()).toEqual([]);
    },
  );
});
