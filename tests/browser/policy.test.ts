/** What the browser is told it may do, and that it holds the pages to it. */
import type { Response } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  HASHED_ASSETS_PATH,
  IMMUTABLE,
  NO_STORE,
  SECURITY_HEADERS,
  TRUSTED_TYPES_POLICY,
} from "../../worker/contract/headers.ts";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser, Visit } from "../support/browser.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { SITE_ORIGIN, type Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

/** What an answer may carry besides the security headers. */
const OTHER_HEADERS = [
  "cache-control",
  "cf-cache-status",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "date",
  "etag",
  "keep-alive",
  "transfer-encoding",
  "vary",
];

const EXPECTED = Object.entries(SECURITY_HEADERS).map(
  ([name, value]) => [name.toLowerCase(), value] as const,
);

async function collectAnswers({ context }: Visit): Promise<readonly Response[]> {
  // A route turns the browser's cache off, which would give back an answer without all of its headers.
  await context.route("**", (route) => route.continue());
  const answers: Response[] = [];
  context.on("response", (response) => answers.push(response));
  return answers;
}

async function checkHeaders(response: Response): Promise<void> {
  const { pathname } = new URL(response.url());
  const headers = await response.allHeaders();
  for (const [name, value] of EXPECTED) {
    expect(headers[name], `${name} of ${pathname}`).toBe(value);
  }
  const lasting = pathname.startsWith(HASHED_ASSETS_PATH) && response.status() === 200;
  expect(headers["cache-control"], pathname).toBe(lasting ? IMMUTABLE : NO_STORE);
  const known = [...OTHER_HEADERS, ...EXPECTED.map(([name]) => name)];
  expect(Object.keys(headers).filter((name) => !known.includes(name))).toEqual([]);
}

/** Runs in the page; answers the name of what was thrown, or what came of it. */
const ATTEMPTS = {
  "markup from text": () => {
    document.createElement("div").innerHTML = "<b>x</b>";
    return "done";
  },
  "a worker from a string": () => {
    new Worker("/assets/any.js").terminate();
    return "done";
  },
  // In a task of its own: what a debugger runs directly is let through.
  "code from text": () =>
    new Promise<string>((resolve, reject) => {
      setTimeout(() => {
        try {
          Reflect.construct(Function, ["return 1"]);
          resolve("done");
        } catch (error) {
          reject(error);
        }
      });
    }),
  "a script from a string": () => {
    document.createElement("script").src = "/assets/any.js";
    return "done";
  },
} as const;

/** Runs in the page. TypeScript's own list of what a window has does not know Trusted Types. */
function makePolicy(name: string): void {
  const types: unknown = Reflect.get(window, "trustedTypes");
  if (typeof types !== "object" || types === null) return;
  const create: unknown = Reflect.get(types, "createPolicy");
  if (typeof create === "function") Reflect.apply(create, types, [name, {}]);
}

/** Each attempt is reported to the console by the browser itself. */
const REPORTED = /securitypolicyviolation|Trusted|Content Security Policy|trusted-types/;

describe("every page", () => {
  it.each(["/", "/desk", "/receipt", "/nowhere"])(
    "%s loads with every answer's headers exact",
    async (path) => {
      const visit = await browser.visit();
      if (path === "/nowhere") visit.expects(/404/);
      const answers = await collectAnswers(visit);
      await visit.page.goto(SITE_ORIGIN + path, { waitUntil: "networkidle" });
      // A browser without a window asks for no icon of its own accord.
      await visit.page.evaluate(() => fetch("/icon.svg").then(({ status }) => status));
      await expect.poll(() => answers.length).toBeGreaterThan(2);
      for (const answer of answers) await checkHeaders(answer);
    },
  );

  it("keeps them through a whole report, and through a sign-in", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const answers = await collectAnswers(reporter.visit);
    await reporter.reports({ channel: "unsure", desk: "north", urgent: false, text: "Words." });
    const reviewer = await Reviewer.arrives(browser, "en");
    const deskAnswers = await collectAnswers(reviewer.visit);
    await reviewer.triesToSignIn("rowan", site.member("rowan").passphrase);
    await reviewer.seesInbox();
    expect(answers.length).toBeGreaterThan(5);
    expect(deskAnswers.length).toBeGreaterThan(5);
    for (const answer of [...answers, ...deskAnswers]) await checkHeaders(answer);
  });

  it("names its reader nothing but the site: a neutral title, and no address that tells", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    await reporter.writes({ channel: "trafficking", desk: "north", urgent: true, text: "Words." });
    expect(await reporter.page.title()).toBe("Tern");
    expect(reporter.page.url()).toBe(`${SITE_ORIGIN}/`);
    for (const { url } of reporter.visit.requests) expect(new URL(url).search).toBe("");
  });
});

describe.each(["/", "/desk", "/receipt"])("Trusted Types on %s", (path) => {
  it.each(Object.entries(ATTEMPTS))("refuse %s", async (_name, attempt) => {
    const visit = await browser.visit();
    visit.expects(REPORTED);
    await visit.page.goto(SITE_ORIGIN + path);
    await expect(visit.page.evaluate(attempt)).rejects.toThrow(
      /TrustedScript|TrustedHTML|unsafe-eval|string as JavaScript/,
    );
  });

  it("refuse any policy but the one they name", async () => {
    const visit = await browser.visit();
    visit.expects(REPORTED);
    await visit.page.goto(SITE_ORIGIN + path);
    await expect(visit.page.evaluate(makePolicy, "default")).rejects.toThrow(/default/);
  });
});

describe("the vault's policy", () => {
  it("can be made once, by the page itself", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    reporter.visit.expects(REPORTED);
    await reporter.startWriting();
    await reporter.answerChannel("unsure");
    await reporter.reaches(reporter.texts.report.t("desk.title"));
    const again = reporter.page.evaluate(makePolicy, TRUSTED_TYPES_POLICY);
    await expect(again).rejects.toThrow(TRUSTED_TYPES_POLICY);
  });
});

describe("a visit of these tests", () => {
  it("notices a violation, another host, a cookie and a stored byte", async () => {
    const spoiled: readonly (readonly [RegExp, (visit: Visit) => Promise<unknown>])[] = [
      [
        /securitypolicyviolation|TrustedHTML/,
        ({ page }) => page.evaluate(ATTEMPTS["markup from text"]),
      ],
      [/another host: https:\/\/example\.com/, ({ page }) => page.goto("https://example.com/")],
      [/cookie a/, ({ page }) => page.evaluate(() => (document.cookie = "a=b"))],
      [/localStorage a/, ({ page }) => page.evaluate(() => localStorage.setItem("a", "b"))],
      [/sessionStorage a/, ({ page }) => page.evaluate(() => sessionStorage.setItem("a", "b"))],
      [/console: an error/, ({ page }) => page.evaluate(() => console.error("an error"))],
    ];
    for (const [noticed, spoil] of spoiled) {
      const visit = await browser.visit();
      await visit.page.goto(SITE_ORIGIN);
      await spoil(visit).catch(() => null);
      await expect(browser.endVisits()).rejects.toThrow(noticed);
    }
  });
});
