/** The pages for everybody, when scripts are turned off. */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, type TestBrowser, type Visit } from "../support/browser.ts";
import { Person, textsIn } from "../support/people.ts";
import { SITE_ORIGIN, startSite, type Site } from "../support/site.ts";
import { inspection } from "./inspection.ts";

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
