/** One site, and one browser in front of it, for all the tests of a file; each test's visits end with it. */
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { openBrowser, type TestBrowser } from "./browser.ts";
import { startSite, type Site } from "./site.ts";

export interface AtSite {
  readonly site: Site;
  readonly browser: TestBrowser;
}

/**
 * Once, at the top of a file.
 * @param ready before the first test: takes what was opened, and makes what every test needs
 */
export function atSite(ready: (opened: AtSite) => void | Promise<void>): void {
  let site: Site | null = null;
  let browser: TestBrowser | null = null;
  beforeAll(async () => {
    site = await startSite(inject("site"));
    browser = await openBrowser(site.server.url);
    await ready({ site, browser });
  });
  afterEach(() => browser?.endVisits());
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
}
