/**
 * Looks at every screen of a walk, turned to every language where it stands, light and dark, on a phone and on a desk:
 * nothing axe objects to, nothing wider than the window, focus on the heading of whatever has just appeared, and
 * nothing that was filled in lost by the turning.
 */
import axe from "axe-core";
import { expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { PAGE_LANGUAGES, type PageLanguage, type Person } from "../support/people.ts";
import type { Site } from "../support/site.ts";
import type { Arrival, Look, Walk } from "./screens.ts";

declare global {
  interface Window {
    /** Put there by these tests. */
    readonly axe: typeof axe;
  }
}

/** In CSS pixels; at the narrowest only the width of the page is measured (WCAG 2.2, 1.4.10). */
const NARROWEST = 320;
const WIDTHS = [360, 1280] as const;
const HEIGHT = 800;
/** More than forty screens, each looked at five times in every language; minutes where several suites share the machine. */
const WALK_MILLISECONDS = 600_000;

/** All that a colour scheme can change: the document, its names and its order are the same in both. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** What axe objects to on the page as it stands, one line each. @param only of these rules, of all when empty */
async function objections({ page }: Person, only: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return await page.evaluate(
    async (rules) => {
      const { violations } = await window.axe.run(document, {
        resultTypes: ["violations"],
        preload: false,
        ...(rules.length === 0 ? {} : { runOnly: { type: "rule", values: rules } }),
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
      );
    },
    [...only],
  );
}

async function checkFocus({ page }: Person, name: string): Promise<void> {
  const focused = page.locator("h1:focus");
  await focused.waitFor({ timeout: 5_000 }).catch(() => {
    throw new Error(`${name}: focus is not on the heading`);
  });
}

export interface Inspection {
  readonly look: Look;
  /** All that is wrong with what was looked at, so that one run says everything at once. */
  readonly found: readonly string[];
  readonly seen: readonly string[];
}

/** All that is filled in, ticked and chosen on the page, but for the language of the page itself. */
async function filledIn({ page, texts }: Person): Promise<string> {
  return await page.evaluate((picker) => {
    const fields = document.querySelectorAll<HTMLInputElement>("input, textarea, select");
    const filled = [...fields]
      .filter(({ labels }) => labels?.[0]?.textContent?.trim() !== picker)
      .map((field) => [field.id, field.value, field.checked]);
    return JSON.stringify(filled);
  }, texts.common.t("page.language"));
}

/** @param languages that each screen is turned to; only the one it is in, where there is nothing to turn it by */
export function inspection(languages: readonly PageLanguage[]): Inspection {
  const found: string[] = [];
  const seen: string[] = [];
  async function lookAsItStands(person: Person, name: string): Promise<void> {
    const { page } = person;
    await page.setViewportSize({ width: NARROWEST, height: HEIGHT });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > NARROWEST) found.push(`${name}: ${width} pixels wide in ${NARROWEST}`);
    for (const windowWidth of WIDTHS) {
      await page.setViewportSize({ width: windowWidth, height: HEIGHT });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const only = colorScheme === "light" ? [] : COLOUR_RULES;
        for (const objection of await objections(person, only)) {
          found.push(`${name} (${windowWidth}, ${colorScheme}): ${objection}`);
        }
      }
    }
    await page.emulateMedia({ colorScheme: "light" });
  }
  async function look(person: Person, name: string, arrival: Arrival): Promise<void> {
    const { page, language } = person;
    if (arrival === "new") await checkFocus(person, name);
    const before = page.viewportSize() ?? { width: WIDTHS[0], height: HEIGHT };
    await lookAsItStands(person, `${name}, ${language}`);
    const others = languages.filter((other) => other !== language);
    const filled = await filledIn(person);
    for (const other of others) {
      await person.chooseLanguage(other);
      await lookAsItStands(person, `${name}, ${other}`);
    }
    if (others.length > 0) await person.chooseLanguage(language);
    if ((await filledIn(person)) !== filled) found.push(`${name}: lost what was filled in`);
    await page.setViewportSize(before);
    seen.push(name);
  }
  return { look, found, seen };
}

export interface InspectedWalk {
  /** What can be used by everybody. */
  readonly name: string;
  readonly walk: (walk: Walk) => Promise<void>;
  /** That it is walked in. */
  readonly language: PageLanguage;
  /** How many looks there are: a screen that is no longer reached is a screen nobody checks. */
  readonly looks: number;
}

/** A site and a browser of this file's own, and every walk. */
export function inspect(walks: readonly InspectedWalk[]): void {
  let site: Site;
  let browser: TestBrowser;
  atSite((opened) => {
    ({ site, browser } = opened);
  });

  it.each(walks)(
    "$name can be used by everybody",
    async ({ walk, language, looks }) => {
      const { look, found, seen } = inspection(PAGE_LANGUAGES);
      await walk({ site, browser, language, look });
      expect(found).toEqual([]);
      expect(seen.length).toBe(looks);
    },
    WALK_MILLISECONDS,
  );
}
