/** Two reviewers work on one case, each at a browser of their own; the reporter sees none of it. */
import { afterAll, afterEach, beforeAll, expect, inject, it } from "vitest";
import { openBrowser, REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import { startSite, type Site } from "../support/site.ts";

const TITLE = "The one with work to do";
const WORDS = "I want to stay with my aunt.";

let site: Site;
let browser: TestBrowser;
beforeAll(async () => {
  site = await startSite(inject("site"));
  browser = await openBrowser(site.server.url);
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await site.close();
});

it("what one writes down the other works on, and a mistake in a form loses nothing", async () => {
  const { words } = await sendCase(site, { desk: "north", title: TITLE, text: "Words." });
  const rowan = await Reviewer.isAt(site, browser, "rowan", "en");
  await rowan.opens(TITLE);
  const { t } = rowan.texts.desk;

  await rowan.opensForm("triage");
  await rowan.choose(t("triage.ACCEPT"));
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.missing"));
  await rowan.work
    .getByRole("radio", { name: t("risk.HIGH"), exact: true })
    .first()
    .check();
  await rowan.work
    .getByRole("radio", { name: t("risk.LOW"), exact: true })
    .last()
    .check();
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));
  expect(await rowan.work.textContent()).toContain(t("triage.ACCEPT"));

  await rowan.opensForm("task");
  await rowan.field(t("work.task.what")).fill("Ask the school");
  await rowan.page.getByLabel(t("work.task.by-day")).fill("2030-02-28");
  await rowan.work
    .getByRole("combobox", { name: t("work.task.member"), exact: true })
    .selectOption({ value: site.member("linnet").id });
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));

  const linnet = await Reviewer.isAt(site, browser, "linnet", "fr");
  await linnet.opens(TITLE);
  const french = linnet.texts.desk;
  const task = linnet.work.getByRole("listitem").filter({ hasText: "Ask the school" });
  expect(await task.textContent()).toContain(french.day(21_973));
  await linnet.press(french.t("work.task-done", { what: "Ask the school" }));
  await linnet.reads(french.t("work.kept"));
  await linnet.opensForm("voice");
  await linnet.field(french.t("work.voice.text")).fill(WORDS);
  await linnet.choose(french.t("voice.CHILD"));
  await linnet.choose(french.t("known.YES"));
  await linnet.press(french.t("work.save"));
  await linnet.reads(french.t("work.kept"));

  // Written on the case as it stood before her words: neither is lost, and neither has to be written again.
  rowan.visit.expects(REQUEST_FAILED);
  await rowan.opensForm("label");
  await rowan.work.getByRole("textbox").fill("school");
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));
  const work = (await rowan.work.textContent()) ?? "";
  for (const said of [WORDS, "school", t("task.done"), t("risk.HIGH")])
    expect(work).toContain(said);

  // The row says it to everybody who reads the case, and a search finds it.
  await sendCase(site, { desk: "north", title: "Another one", text: "Words." });
  await linnet.goesBackToInbox();
  await linnet.looksForNewCases();
  expect(await linnet.row("Another one").count()).toBe(1);
  const row = (await linnet.row(TITLE).textContent()) ?? "";
  expect(row).toContain(french.t("work.row-risk", { risk: french.t("risk.HIGH") }));
  expect(row).toContain("school");
  const search = { name: french.t("inbox.search"), exact: true };
  await linnet.page.getByRole("searchbox", search).fill("SCHOOL");
  await linnet.row("Another one").waitFor({ state: "detached" });
  expect(await linnet.row(TITLE).count()).toBe(1);

  const reporter = await Reporter.arrives(browser, "en");
  await reporter.comesBack(words.join(" "));
  const page = (await reporter.page.textContent("main")) ?? "";
  for (const hidden of [WORDS, "Ask the school", t("triage.ACCEPT")]) {
    expect(page).not.toContain(hidden);
  }
});
