/** With scripts turned off the first page says why it cannot seal, and lists whom to call, in every language. */
import { describe, expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { PAGE_LANGUAGES } from "../support/people.ts";
import { Reporter } from "../support/reporter.ts";
import { SITE_ORIGIN } from "../support/site.ts";

let browser: TestBrowser;
atSite((opened) => {
  ({ browser } = opened);
});

const EMERGENCY_NUMBERS = ["112", "999", "911"];

describe("without JavaScript", () => {
  it("the first page explains itself and offers no form that could be read on the way", async () => {
    const { page } = await browser.visit({ javaScript: "off" });
    await page.goto(SITE_ORIGIN);
    await page.getByRole("heading", { level: 1 }).waitFor();
    for (const number of EMERGENCY_NUMBERS) {
      const link = page.getByRole("link", { name: number, exact: true });
      expect(await link.getAttribute("href")).toBe(`tel:${number}`);
      expect(await link.isVisible()).toBe(true);
    }
    const explained = page.getByRole("heading", { level: 2 });
    expect(await explained.count()).toBe(PAGE_LANGUAGES.length);
    expect(await explained.first().textContent()).toContain("JavaScript");
    for (const heading of await explained.all()) expect(await heading.isVisible()).toBe(true);
    expect(await page.getByRole("textbox").count()).toBe(0);
    expect(await page.locator("form").count()).toBe(0);
    // Nothing says that something is still on its way.
    expect(await page.getByRole("status").and(page.locator(":visible")).count()).toBe(0);
  });

  it("every language stands there in its own direction", async () => {
    const { page } = await browser.visit({ javaScript: "off" });
    await page.goto(SITE_ORIGIN);
    const arabic = page.locator('section[lang="ar"]');
    expect(await arabic.getAttribute("dir")).toBe("rtl");
    expect(await page.locator('section[lang="fr"]').isVisible()).toBe(true);
  });

  it("the members' page, the one for receipts and a page that is not there say so too", async () => {
    const visit = await browser.visit({ javaScript: "off" });
    visit.expects(/404/);
    for (const path of ["/desk", "/receipt"]) {
      await visit.page.goto(SITE_ORIGIN + path);
      const explained = visit.page.locator("noscript p");
      expect(await explained.count()).toBe(PAGE_LANGUAGES.length);
      for (const passage of await explained.all()) expect(await passage.isVisible()).toBe(true);
    }
    await visit.page.goto(`${SITE_ORIGIN}/nowhere`);
    expect(await visit.page.getByRole("link", { name: "Go to the first page" }).isVisible()).toBe(
      true,
    );
  });

  it("leaving is a plain link, and nothing has been asked of the API", async () => {
    const visit = await browser.visit({ javaScript: "off" });
    await visit.page.goto(SITE_ORIGIN);
    const leave = visit.page.getByRole("link", { name: "Leave this page now" });
    expect(await leave.getAttribute("rel")).toContain("noreferrer");
    expect(visit.asked()).toEqual([]);
  });

  it("the pages reflow at 320 CSS pixels", async () => {
    const visit = await browser.visit({ javaScript: "off", width: 320, height: 640 });
    visit.expects(/404/);
    for (const path of ["/", "/desk", "/receipt", "/nowhere"]) {
      await visit.page.goto(SITE_ORIGIN + path);
      const width = await visit.page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).toBeLessThanOrEqual(320);
    }
  });
});

describe("once scripts have drawn the page", () => {
  it.each(PAGE_LANGUAGES)(
    "the numbers of the static page are still there, before any country is chosen, in %s",
    async (language) => {
      const reporter = await Reporter.arrives(browser, language);
      await reporter.button(reporter.texts.report.t("start.write")).waitFor();
      const { report } = reporter.texts;
      const regions = [
        [report.t("danger.europe")],
        [report.country("GB")],
        [report.country("US"), report.country("CA")],
      ].map(report.list);
      expect(await reporter.page.getByRole("term").allTextContents()).toEqual(regions);
      for (const number of EMERGENCY_NUMBERS) {
        const link = reporter.page.getByRole("link", { name: number, exact: true });
        expect(await link.getAttribute("href")).toBe(`tel:${number}`);
        expect(await link.isVisible()).toBe(true);
      }
    },
  );
});
