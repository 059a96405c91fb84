/**
 * Every screen, in every language, light and dark, on a phone and on a desk: nothing axe objects to, nothing
 * wider than the window, and focus on the heading of whatever has just appeared.
 */
import axe from "axe-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, type TestBrowser, type Visit } from "../support/browser.ts";
import { PAGE_LANGUAGES, Person, textsIn } from "../support/people.ts";
import { SITE_ORIGIN, startSite, type Site } from "../support/site.ts";
import { walkAccess } from "./access-screens.ts";
import { walkJoining } from "./people-screens.ts";
import {
  walkAccount,
  walkBrokenCase,
  walkCase,
  walkRefusal,
  walkReport,
  walkReturn,
  walkSignIn,
  walkWaysIn,
  type Arrival,
  type Walk,
} from "./screens.ts";

declare global {
  interface Window {
    /** Put there by these tests. */
    readonly axe: typeof axe;
  }
}

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

/** In CSS pixels; at the narrowest only the width of the page is measured (WCAG 2.2, 1.4.10). */
const NARROWEST = 320;
const WIDTHS = [360, 1280] as const;
const SCHEMES = ["light", "dark"] as const;
const HEIGHT = 800;
/** More than forty screens, each looked at five times; minutes where several suites share the machine. */
const WALK_MILLISECONDS = 600_000;

/** What axe objects to on the page as it stands, one line each. */
async function objections({ page }: Person): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      resultTypes: ["violations"],
      preload: false,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
    );
  });
}

async function checkFocus({ page }: Person, name: string): Promise<void> {
  const focused = page.locator("h1:focus");
  await focused.waitFor({ timeout: 5_000 }).catch(() => {
    throw new Error(`${name}: focus is not on the heading`);
  });
}

/** Looks at a screen from every side, and says everything that is wrong with it at once. */
function inspection(): { look: Walk["look"]; found: string[]; seen: string[] } {
  const found: string[] = [];
  const seen: string[] = [];
  async function look(person: Person, name: string, arrival: Arrival): Promise<void> {
    const { page } = person;
    if (arrival === "new") await checkFocus(person, name);
    const before = page.viewportSize() ?? { width: WIDTHS[0], height: HEIGHT };
    await page.setViewportSize({ width: NARROWEST, height: HEIGHT });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > NARROWEST) found.push(`${name}: ${width} pixels wide in ${NARROWEST}`);
    for (const windowWidth of WIDTHS) {
      await page.setViewportSize({ width: windowWidth, height: HEIGHT });
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const objection of await objections(person)) {
          found.push(`${name} (${windowWidth}, ${colorScheme}): ${objection}`);
        }
      }
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize(before);
    seen.push(name);
  }
  return { look, found, seen };
}

describe.each(PAGE_LANGUAGES)("in %s", (language) => {
  it(
    "every screen of the reporter's page and of the desk can be used by everybody",
    async () => {
      const { look, found, seen } = inspection();
      const walk: Walk = { site, browser, language, look };
      const code = await walkReport(walk);
      await walkRefusal(walk);
      const reviewer = await walkSignIn(walk);
      await walkBrokenCase(walk, reviewer);
      await walkCase(walk, reviewer);
      await walkReturn(walk, code);
      await walkWaysIn(walk);
      expect(found).toEqual([]);
      expect(seen.length).toBeGreaterThan(44);
    },
    WALK_MILLISECONDS,
  );

  it(
    "so can the second proof, the account and the lock",
    async () => {
      const { look, found, seen } = inspection();
      await walkAccount({ site, browser, language, look });
      expect(found).toEqual([]);
      expect(seen.length).toBe(6);
    },
    WALK_MILLISECONDS,
  );
});

describe.each(PAGE_LANGUAGES)("in %s", (language) => {
  it(
    "every way of changing who reads a case, and of leaving, can be used by everybody",
    async () => {
      const { look, found, seen } = inspection();
      await walkAccess({ site, browser, language, look });
      expect(found).toEqual([]);
      expect(seen.length).toBe(12);
    },
    WALK_MILLISECONDS,
  );

  it(
    "every screen of those who take people on, and of somebody invited, can be used by everybody",
    async () => {
      const { look, found, seen } = inspection();
      await walkJoining({ site, browser, language, look });
      expect(found).toEqual([]);
      expect(seen.length).toBeGreaterThan(12);
    },
    WALK_MILLISECONDS,
  );
});

/** The page as a browser with scripts turned off draws it, in one in which axe can run. */
async function drawWithoutScripts(visit: Visit, path: string): Promise<void> {
  await visit.page.route(SITE_ORIGIN + path, async (route) => {
    const response = await visit.answerTo(route);
    const html = (await response.text())
      .replaceAll(/<script[^>]*><\/script>/gu, "")
      .replaceAll(/<(\/?)noscript>/gu, "<$1div>");
    await route.fulfill({ response, body: html });
  });
  await visit.page.goto(SITE_ORIGIN + path);
}

describe("with scripts turned off", () => {
  it.each(["/", "/desk", "/nowhere"])("%s can be used by everybody", async (path) => {
    const { look, found } = inspection();
    const visit = await browser.visit();
    visit.expects(/404/);
    await drawWithoutScripts(visit, path);
    await look(new Person(visit, "en", await textsIn("en")), path, "same");
    expect(found).toEqual([]);
  });
});
