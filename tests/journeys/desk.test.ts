/** Two reviewers at their desks at once: views that are kept, many cases changed together, and what is taken back. */
import { expect, it } from "vitest";
import { isFocused } from "../browser/by-key.ts";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import type { Site } from "../support/site.ts";

const TITLES = ["At the harbour", "On the train", "By the river"] as const;

let site: Site;
let browser: TestBrowser;
atSite(async (opened) => {
  ({ site, browser } = opened);
  for (const title of TITLES) await sendCase(site, { desk: "north", title, text: "Words." });
});

async function picks(reviewer: Reviewer, ...titles: readonly string[]): Promise<void> {
  const { t } = reviewer.texts.desk;
  for (const title of titles) {
    await reviewer.page
      .getByRole("checkbox", { name: t("bulk.select", { title }), exact: true })
      .check();
  }
}

async function looksFor(reviewer: Reviewer, words: string): Promise<void> {
  const { t } = reviewer.texts.desk;
  await reviewer.page.getByRole("searchbox", { name: t("inbox.search"), exact: true }).fill(words);
}

it("many are labelled at once, one that a colleague took meanwhile is left, and all is taken back", async () => {
  const rowan = await Reviewer.isAt(site, browser, "rowan", "en");
  const { t } = rowan.texts.desk;
  await picks(rowan, ...TITLES);

  // The colleague is quicker with one of them.
  const linnet = await Reviewer.isAt(site, browser, "linnet", "fr");
  const french = linnet.texts.desk;
  await linnet.opens(TITLES[1]);
  await linnet.opensForm("assignment");
  await linnet.work
    .getByRole("combobox", { name: french.t("work.assignment.member"), exact: true })
    .selectOption({ value: site.member("linnet").id });
  await linnet.press(french.t("work.save"));
  await linnet.reads(french.t("work.kept"));

  const bulk = rowan.page.getByRole("region", { name: t("bulk.title", { count: 3 }) });
  await bulk
    .getByRole("combobox", { name: t("work.assignment.member"), exact: true })
    .selectOption({ value: site.member("samira").id });
  await rowan.press(t("bulk.make", { count: 3 }));
  await rowan.reads(t("bulk.done", { done: 2, count: 3 }));
  await rowan.reads(t("bulk.outcome.overtaken"));
  const assigned = t("work.row-assigned", { name: site.member("samira").name });
  expect(await rowan.row(TITLES[0]).textContent()).toContain(assigned);
  expect(await rowan.row(TITLES[1]).textContent()).toContain(site.member("linnet").name);
  expect(await rowan.row(TITLES[2]).textContent()).toContain(assigned);

  // Something else was written to one of them: that one has no way back any more.
  await linnet.goesBackToInbox();
  await linnet.opens(TITLES[2]);
  await linnet.takesNote("Seen.");
  await rowan.press(t("bulk.undo"));
  await rowan.reads(t("bulk.undone", { done: 1, count: 2 }));
  expect(await rowan.row(TITLES[0]).textContent()).not.toContain(assigned);
  expect(await rowan.row(TITLES[2]).textContent()).toContain(assigned);
});

it("whoever assigns a case over a colleague's head is told that an entry came between", async () => {
  const title = "On the ferry";
  await sendCase(site, { desk: "north", title, text: "Words." });
  const rowan = await Reviewer.isAt(site, browser, "rowan", "en");
  const { t } = rowan.texts.desk;
  // What the colleague's entry makes of the first attempt.
  rowan.visit.expects(/409/);
  await rowan.opens(title);
  const linnet = await Reviewer.isAt(site, browser, "linnet", "en");
  await linnet.opens(title);
  for (const reviewer of [linnet, rowan]) {
    await reviewer.opensForm("assignment");
    await reviewer.work
      .getByRole("combobox", { name: t("work.assignment.member"), exact: true })
      .selectOption({ value: site.member("samira").id });
    await reviewer.press(t("work.save"));
    await reviewer.reads(t("work.kept"));
  }
  await rowan.reads(t("case.meanwhile", { count: 1 }));
  expect(await linnet.page.getByText(t("case.meanwhile", { count: 1 })).count()).toBe(0);
});

it("a view is kept sealed, and is there at the next sign-in; the server has one size of bytes", async () => {
  const rowan = await Reviewer.isAt(site, browser, "rowan", "en");
  const { t } = rowan.texts.desk;
  await looksFor(rowan, "RIVER");
  await rowan.row(TITLES[0]).waitFor({ state: "detached" });
  expect(await rowan.row(TITLES[2]).count()).toBe(1);
  await rowan.press(t("views.keep"));
  await rowan.field(t("views.name")).fill("Near water");
  await rowan.press(t("views.save"));
  await rowan.reads(t("views.kept", { name: "Near water" }));
  const { results } = await site.server.database.prepare("SELECT * FROM saved_views").all();
  expect(results.length).toBe(1);
  expect(JSON.stringify(results)).not.toContain("water");
  await rowan.signsOut();

  const again = await Reviewer.isAt(site, browser, "rowan", "ar");
  const arabic = again.texts.desk;
  await again.row(TITLES[0]).waitFor();
  const views = again.page.getByRole("combobox", { name: arabic.t("views.title"), exact: true });
  await views.selectOption({ label: "Near water" });
  await again.row(TITLES[0]).waitFor({ state: "detached" });
  await again.press(arabic.t("views.drop"));
  await again.reads(arabic.t("views.dropped", { name: "Near water" }));
  await again.press(arabic.t("inbox.clear"));
  await again.row(TITLES[0]).waitFor();
});

it("by keys alone a case is found, selected, labelled, opened, given to somebody, and that is taken back", async () => {
  const samira = await Reviewer.isAt(site, browser, "samira", "en");
  const { t } = samira.texts.desk;
  const { keyboard } = samira.page;
  await samira.row(TITLES[2]).waitFor();
  await keyboard.press("/");
  await keyboard.type("harb");
  await samira.row(TITLES[2]).waitFor({ state: "detached" });
  await keyboard.press("Tab");
  while (!(await isFocused(samira.button(TITLES[0])))) {
    await keyboard.press("Tab");
  }
  await keyboard.press("x");
  await keyboard.press("l");
  await expect.poll(() => isFocused(samira.page.locator("#bulk-label"))).toBe(true);
  await keyboard.type("water");
  await keyboard.press("Enter");
  await samira.reads(t("bulk.done", { done: 1, count: 1 }));
  expect(await samira.row(TITLES[0]).textContent()).toContain("water");

  await samira.button(TITLES[0]).focus();
  await keyboard.press("Enter");
  await samira.reads(t("case.opened"));
  await keyboard.press("a");
  const whose = samira.work.getByRole("combobox", { name: t("work.assignment.member") });
  await expect.poll(() => isFocused(whose)).toBe(true);
  await whose.selectOption({ value: site.member("samira").id });
  await samira.press(t("work.save"));
  await samira.reads(t("work.kept"));
  expect(await samira.work.textContent()).toContain(site.member("samira").name);
  await samira.press(t("undo.last"));
  await samira.reads(t("undo.done"));
  expect(await samira.work.textContent()).not.toContain(site.member("samira").name);
  expect(await samira.button(t("undo.last")).count()).toBe(0);
  // Both stand in the history: nothing was unwritten.
  expect(await samira.history.textContent()).toContain(site.member("samira").name);
});

it("a case that was only read by a change it did not need still waits for its answer", async () => {
  const title = "With something new in it";
  const { words } = await sendCase(site, { desk: "north", title, text: "Words." });
  const linnet = await Reviewer.isAt(site, browser, "linnet", "en");
  const { t } = linnet.texts.desk;
  await linnet.opens(title);
  await linnet.acknowledges();
  await linnet.goesBackToInbox();
  const reporter = await Reporter.arrives(browser, "en");
  await reporter.comesBack(words.join(" "));
  await reporter.adds("One thing more.");
  await linnet.looksForNewCases();
  const chip = linnet.row(title).getByText(t("chip.news"), { exact: true });
  await chip.waitFor();
  await picks(linnet, title);
  await linnet.page.locator("#bulk-what").selectOption({ value: "label-off" });
  await linnet.page.locator("#bulk-label").fill("never put on");
  await linnet.press(t("bulk.make", { count: 1 }));
  await linnet.reads(t("bulk.outcome.same"));
  expect(await chip.count()).toBe(1);

  // A note among colleagues is no answer: the case waits at everybody's desk until somebody speaks to the reporter.
  await linnet.opens(title);
  await linnet.takesNote("To be asked about on Monday.");
  const rowan = await Reviewer.isAt(site, browser, "rowan", "ar");
  const arabic = rowan.texts.desk;
  const waiting = rowan.page.getByRole("region", {
    name: new RegExp(`^${arabic.t("inbox.group.news")} `, "u"),
  });
  await waiting.getByRole("button", { name: title, exact: true }).waitFor();
  expect(await rowan.row(title).textContent()).not.toContain(arabic.t("chip.news"));
  await linnet.replies("We will ask about it on Monday.");
  await rowan.looksForNewCases();
  await rowan.row(title).waitFor();
  await waiting.waitFor({ state: "detached" });
});
