/**
 * Another site in the same browser, trying to act as the member who is signed in. There is no cookie to ride on; a
 * request without the token is nobody's, whatever else it carries.
 */
import { describe, expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { Reviewer } from "../support/reviewer.ts";
import { SITE_ORIGIN, type Site } from "../support/site.ts";

const EVIL = "http://evil.example";
const PATH = endpoints.endAllSessions.path;
const URL_OF_IT = SITE_ORIGIN + PATH;

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

async function sessionCount(): Promise<number | null> {
  return site.server.database.prepare("SELECT count(*) AS held FROM sessions").first("held");
}

describe("another site", () => {
  it("ends no session by a form, nor by requests with credentials", async () => {
    const rowan = await Reviewer.isAt(site, browser, "rowan");
    const { context } = rowan.visit;
    rowan.visit.leavesTo(EVIL);
    await context.route(`${EVIL}/**`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>evil</title>" }),
    );
    const evil = await context.newPage();
    await evil.goto(`${EVIL}/`);
    const reached = await evil.evaluate(async (url) => {
      const ask = async (init: RequestInit): Promise<string> => {
        try {
          return (await fetch(url, { method: "POST", credentials: "include", ...init })).type;
        } catch {
          return "refused";
        }
      };
      return [
        await ask({ headers: { "content-type": "application/json" }, body: "{}" }),
        await ask({ headers: { "content-type": "text/plain" }, body: "{}" }),
        await ask({ mode: "no-cors", headers: { "content-type": "text/plain" }, body: "{}" }),
      ];
    }, URL_OF_IT);
    expect(reached).toEqual(["refused", "refused", expect.stringMatching(/^(refused|opaque)$/u)]);
    const answered = evil.waitForResponse(
      (response) => response.url() === URL_OF_IT && response.request().method() === "POST",
    );
    await evil.evaluate((url) => {
      const form = document.createElement("form");
      form.method = "post";
      form.action = url;
      form.enctype = "text/plain";
      const field = document.createElement("input");
      field.name = '{"a":"';
      field.value = '"}';
      form.append(field);
      document.body.append(form);
      form.submit();
    }, URL_OF_IT);
    // The asset layer takes what navigates, and refuses what is posted to it, before the Worker would (401).
    expect([401, 405]).toContain((await answered).status());
    await evil.close();
    expect(await sessionCount()).toBe(1);
    await rowan.looksForNewCases();
    await rowan.signsOut();
  });
});

describe("a request", () => {
  it("with nothing but a cookie is nobody's, whatever the cookie holds", async () => {
    const response = await site.server.fetch(PATH, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        cookie: "session=AAAA; __Host-session=AAAA; token=AAAA",
        origin: SITE_ORIGIN,
      },
      body: "{}",
    });
    expect(response.status).toBe(401);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });
});
