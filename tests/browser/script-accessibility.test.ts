/** The pages for everybody, when scripts are turned off. */
import { describe, expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser, Visit } from "../support/browser.ts";
import { Person, textsIn } from "../support/people.ts";
import { SITE_ORIGIN } from "../support/site.ts";
import { inspection } from "./inspection.ts";

let browser: TestBrowser;
atSite((opened) => {
  ({ browser } = opened);
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
    const { look, found } = inspection(["en"]);
    const visit = await browser.visit();
    visit.expects(/404/);
    await drawWithoutScripts(visit, path);
    await look(new Person(visit, "en", await textsIn("en")), path, "same");
    expect(found).toEqual([]);
  });
});
