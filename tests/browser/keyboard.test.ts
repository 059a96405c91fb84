/** Without a mouse: a whole report, and a reviewer's way from signing in to an answer. */
import { describe, expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { textsIn } from "../support/people.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { SITE_ORIGIN, type Site } from "../support/site.ts";
import { chooseByKey, isFocused, landsOn, pressByKey, tabTo } from "./by-key.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

describe("a report", () => {
  it("is written, sent and its code kept by keys alone", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const { common, report } = reporter.texts;
    const { keyboard } = reporter.page;
    await pressByKey(reporter, report.t("start.write"));
    await landsOn(reporter, report.t("channel.title"));
    await chooseByKey(reporter, common.t("channel.abuse_neglect_exploitation"));
    await pressByKey(reporter, common.t("page.continue"));
    await landsOn(reporter, report.t("desk.title"));
    await reporter.page.getByRole("radio").first().waitFor();
    await chooseByKey(reporter, reporter.deskName("north"));
    // Enter in a form does what its button does.
    await keyboard.press("Enter");
    await landsOn(reporter, report.t("urgent.title"));
    await pressByKey(reporter, common.t("page.continue"));
    await landsOn(reporter, report.t("text.title"));
    await pressByKey(reporter, common.t("page.continue"));
    // What is missing gets the focus, and says so.
    await expect.poll(() => isFocused(reporter.textField)).toBe(true);
    await keyboard.type("Typed, line by line.");
    await keyboard.press("Enter");
    await keyboard.type("The second.");
    await tabTo(reporter, reporter.titleField);
    await keyboard.type("By keys");
    await pressByKey(reporter, common.t("page.continue"));
    await landsOn(reporter, report.t("identity.title"));
    await pressByKey(reporter, common.t("page.continue"));
    await landsOn(reporter, report.t("readers.title"));
    const name = site.member("linnet").name;
    await pressByKey(reporter, report.t("readers.take-out-name", { name }));
    // The row changes under the finger and keeps the focus.
    await expect
      .poll(() => isFocused(reporter.button(report.t("readers.put-back-name", { name }))))
      .toBe(true);
    await pressByKey(reporter, common.t("page.continue"));
    await landsOn(reporter, report.t("review.title"));
    await pressByKey(reporter, report.t("review.send"));
    await landsOn(reporter, report.t("code.title"));
    const { words } = await reporter.readsCode();
    await pressByKey(reporter, report.t("code.next"));
    await landsOn(reporter, report.t("check.title"));
    for (const position of [3, 8]) {
      await tabTo(reporter, reporter.field(report.t("check.word", { position })));
      await keyboard.type(words[position - 1] ?? "");
    }
    await keyboard.press("Enter");
    await landsOn(reporter, report.t("done.title"));
  });

  it("is reached past the head of the page by the first key", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const { page, texts } = reporter;
    // The static page has the same heading, and less to step past.
    await reporter.button(texts.report.t("start.write")).waitFor();
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: texts.common.t("page.skip"), exact: true });
    expect(await isFocused(skip)).toBe(true);
    expect(await skip.isVisible()).toBe(true);
    await page.keyboard.press("Enter");
    expect(await isFocused(page.getByRole("main"))).toBe(true);
  });
});

describe("a page that draws itself late", () => {
  /** The static page, with every script held back until it is let go. */
  async function arrivesEarly(): Promise<{ reporter: Reporter; drawn: () => Promise<void> }> {
    const visit = await browser.visit();
    const reporter = new Reporter(visit, "en", await textsIn("en"));
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    await visit.page.route("**/*.js", async (route) => {
      await released;
      await route.continue();
    });
    await visit.page.goto(SITE_ORIGIN, { waitUntil: "commit" });
    await reporter.reaches(reporter.texts.report.t("danger.title"));
    const drawn = async (): Promise<void> => {
      release();
      await reporter.button(reporter.texts.report.t("start.write")).waitFor();
    };
    return { reporter, drawn };
  }

  it("leaves the focus on the way out, where the first key had put it", async () => {
    const { reporter, drawn } = await arrivesEarly();
    const leave = reporter.texts.common.t("page.leave");
    await reporter.page.keyboard.press("Tab");
    const early = reporter.page.getByRole("link", { name: leave, exact: true });
    expect(await isFocused(early)).toBe(true);
    await drawn();
    expect(await isFocused(reporter.button(leave))).toBe(true);
  });

  it("leaves the focus among the content, for somebody who was at a number", async () => {
    const { reporter, drawn } = await arrivesEarly();
    const { page, texts } = reporter;
    await tabTo(reporter, page.getByRole("link", { name: "999", exact: true }));
    await drawn();
    expect(await isFocused(page.getByRole("main"))).toBe(true);
    await page.keyboard.press("Tab");
    const country = page.getByRole("combobox", { name: texts.report.t("danger.country") });
    expect(await isFocused(country)).toBe(true);
  });
});

describe("a reviewer", () => {
  it("signs in, opens a case, answers, notes and returns to its row by keys alone", async () => {
    const title = "For the keyboard";
    const reporter = await Reporter.arrives(browser, "en");
    await reporter.reports({
      channel: "unsure",
      desk: "north",
      urgent: false,
      title,
      text: "Words.",
    });

    const reviewer = await Reviewer.arrives(browser, "en");
    const { t } = reviewer.texts.desk;
    const { keyboard } = reviewer.page;
    await tabTo(reviewer, reviewer.field(t("sign-in.handle")));
    await keyboard.type("samira");
    await tabTo(reviewer, reviewer.page.getByLabel(t("sign-in.passphrase"), { exact: true }));
    await keyboard.type(site.member("samira").passphrase);
    await keyboard.press("Enter");
    await landsOn(reviewer, t("inbox.title"));
    await reviewer.button(title).waitFor();
    while (!(await isFocused(reviewer.button(title)))) await keyboard.press("j");
    await keyboard.press("Enter");
    await landsOn(reviewer, title);
    await reviewer.reads(t("case.opened"));

    await keyboard.press("r");
    await expect.poll(() => isFocused(reviewer.field(t("reply.label")))).toBe(true);
    await keyboard.type("An answer without a mouse, and j, k, n are letters here.");
    await pressByKey(reviewer, t("reply.send"));
    await reviewer.reads(t("reply.sent"));
    expect(await reviewer.conversation.textContent()).toContain("j, k, n are letters");

    await keyboard.press("n");
    await expect.poll(() => isFocused(reviewer.field(t("note.label")))).toBe(true);
    await keyboard.type("A note.");
    await pressByKey(reviewer, t("note.send"));
    await reviewer.reads(t("note.sent"));

    // A form is opened, says what it lacks where the focus then is, and is put away: focus is back where it was opened.
    await pressByKey(reviewer, t("keeping.hold"));
    await pressByKey(reviewer, t("keeping.save"));
    await reviewer.reads(t("keeping.reason-missing"));
    await chooseByKey(reviewer, t("hold.SAFEGUARDING"));
    await pressByKey(reviewer, t("keeping.save"));
    const review = reviewer.page.getByLabel(t("keeping.review"), { exact: true });
    await expect.poll(() => isFocused(review)).toBe(true);
    await pressByKey(reviewer, t("keeping.put-away"));
    await expect.poll(() => isFocused(reviewer.button(t("keeping.hold")))).toBe(true);

    await keyboard.press("Escape");
    await reviewer.seesInbox();
    await expect.poll(() => isFocused(reviewer.button(title))).toBe(true);
    await keyboard.press("?");
    const keys = reviewer.page.getByRole("dialog", { name: t("keys.title"), exact: true });
    await keys.waitFor();
    await keyboard.press("Escape");
    await keys.waitFor({ state: "detached" });
  });
});
