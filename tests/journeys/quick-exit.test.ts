/** Leaving at once: by the button and by Shift three times, from a page full of words and keys. */
import { describe, expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { Reporter } from "../support/reporter.ts";
import { SITE_ORIGIN, type Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

/** Where the page goes; the test stands in for it, so that nothing leaves this machine. */
const ELSEWHERE = "https://www.wikipedia.org";
const SECRET = "What nobody else may see on this screen.";

interface Leaving {
  /** The markup that was left of the page when it last changed. */
  readonly left: () => string | null;
  /** Resolves when the next page has been asked for, which is held back until `arrive`. */
  readonly asked: Promise<null>;
  readonly arrive: () => Promise<void>;
}

/** Written to the console at every change: while the next page is held back nothing can be asked of this one. */
const LAST_SIGHT = "left on the page:";

async function watchLeaving({ page, visit }: Reporter): Promise<Leaving> {
  visit.leavesTo(ELSEWHERE);
  const { promise: held, resolve: release } = Promise.withResolvers<null>();
  const { promise: asked, resolve: ask } = Promise.withResolvers<null>();
  await page.route(`${ELSEWHERE}/**`, async (route) => {
    ask(null);
    await held;
    await route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title>" });
  });
  let seen: string | null = null;
  page.on("console", (message) => {
    const [, left] = message.text().split(LAST_SIGHT);
    if (left !== undefined) seen = left;
  });
  await page.evaluate((mark) => {
    const watch = new MutationObserver(() => console.info(mark + document.body.innerHTML));
    watch.observe(document, { childList: true, subtree: true });
  }, LAST_SIGHT);
  return {
    left: () => seen,
    asked,
    arrive: async () => {
      release(null);
      await page.waitForURL(`${ELSEWHERE}/`);
    },
  };
}

const WAYS = {
  "the button": (reporter: Reporter) => reporter.press(reporter.texts.common.t("page.leave")),
  "Shift, three times": async ({ page }: Reporter) => {
    for (let press = 1; press <= 3; press += 1) await page.keyboard.press("Shift");
  },
} as const;

async function isGone(
  reporter: Reporter,
  leave: (reporter: Reporter) => Promise<void>,
): Promise<void> {
  const leaving = await watchLeaving(reporter);
  // The press itself ends only once the next page is there.
  const pressed = leave(reporter);
  const { page, visit } = reporter;
  await leaving.asked;
  // The page is still there, and its worker is not.
  await expect.poll(() => page.workers()).toEqual([]);
  expect(page.url().startsWith(SITE_ORIGIN)).toBe(true);
  await leaving.arrive();
  await pressed;
  await expect.poll(leaving.left).toBe("");
  expect(await page.title()).toBe("Elsewhere");
  const exit = visit.requests.find(({ url }) => url.startsWith(ELSEWHERE));
  expect(exit?.headers).not.toHaveProperty("referer");
  // The page was replaced: there is no way back to it.
  await page.goBack();
  expect(page.url().startsWith(SITE_ORIGIN)).toBe(false);
}

describe.each(Object.entries(WAYS))("leaving by %s", (_name, leave) => {
  it("in the middle of writing empties the page, ends the vault and replaces the page", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    await reporter.startWriting();
    await reporter.answerChannel("unsure");
    await reporter.answerDesk("north");
    await reporter.answerUrgent(false);
    await reporter.textField.fill(SECRET);
    expect(reporter.page.workers()).toHaveLength(1);
    await isGone(reporter, leave);
    expect(await site.caseCount()).toBe(0);
  });
});

describe("leaving", () => {
  it("with the code on the screen leaves no code behind", async () => {
    const reporter = await Reporter.arrives(browser, "ar");
    await reporter.reports({ channel: "unsure", desk: "south", urgent: false, text: SECRET });
    await isGone(reporter, WAYS["Shift, three times"]);
  });

  it("from an open report ends its keys, by the button that says so as well", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const { words } = await reporter.reports({
      channel: "unsure",
      desk: "south",
      urgent: false,
      text: SECRET,
    });
    const returning = await Reporter.arrives(browser, "en");
    await returning.comesBack(words.join(" "));
    await returning.reads(SECRET);
    await isGone(returning, () => returning.press(returning.texts.report.t("case.finish")));
  });

  it("is not done by Shift while typing capitals", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    await reporter.startWriting();
    await reporter.answerChannel("unsure");
    await reporter.answerDesk("north");
    await reporter.answerUrgent(false);
    await reporter.textField.focus();
    for (const letter of "HELP HER") {
      await reporter.page.keyboard.press(letter === " " ? "Space" : `Shift+Key${letter}`);
    }
    expect(await reporter.textField.inputValue()).toBe("HELP HER");
  });
});
