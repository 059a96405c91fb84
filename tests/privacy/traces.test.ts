/**
 * What somebody leaves behind by coming here: nothing with anybody else, nothing in the browser, one line in its
 * history that never says more, and no log. Every answer of the origin is under the one policy.
 */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { unstable_readConfig } from "wrangler";
import { endpoints } from "../../worker/contract/endpoints.ts";
import {
  CONTENT_SECURITY_POLICY,
  HASHED_ASSETS_PATH,
  IMMUTABLE,
  NO_STORE,
} from "../../worker/contract/headers.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { Intermediary } from "../support/intermediary.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { PROJECT } from "../support/server.ts";
import { SITE_ORIGIN, startSite, type Site } from "../support/site.ts";

let site: Site;
let server: Intermediary;
let browser: TestBrowser;
beforeAll(async () => {
  site = await startSite(inject("site"));
  server = await Intermediary.before(site.server.url);
  browser = await openBrowser(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await site.close();
});

const REPORT = {
  channel: "unsure",
  desk: "south",
  urgent: true,
  text: "Words.",
  title: "T",
} as const;

interface Seen {
  readonly url: string;
  readonly title: string;
  readonly entries: number;
}

function looksAt({ page }: Reporter): Promise<Seen> {
  return page.evaluate(() => ({
    url: location.href,
    title: document.title,
    entries: history.length,
  }));
}

describe("a reporter's whole way", () => {
  it("is one address, one title and one line in the history, from the first screen to the last", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const seen: Seen[] = [];
    const look = async (): Promise<void> => {
      seen.push(await looksAt(reporter));
    };
    await look();
    await reporter.startWriting();
    await look();
    await reporter.answerChannel(REPORT.channel);
    await look();
    await reporter.answerDesk(REPORT.desk);
    await look();
    await reporter.answerUrgent(REPORT.urgent);
    await look();
    await reporter.answerText(REPORT.text, REPORT.title);
    await look();
    await reporter.answerIdentity();
    await reporter.answerReaders();
    await look();
    await reporter.sends();
    const code = await reporter.readsCode();
    await look();
    await reporter.confirms(code.words);
    await look();
    const returning = await Reporter.arrives(browser, "en");
    const lookAgain = async (): Promise<void> => {
      seen.push(await looksAt(returning));
    };
    await returning.entersCode(code.words.join(" "));
    await returning.reaches(returning.texts.report.t("case.title"));
    await lookAgain();
    await returning.adds("More words.");
    await lookAgain();
    await returning.takesBack();
    await lookAgain();
    const [first] = seen;
    expect(first?.url).toBe(`${SITE_ORIGIN}/`);
    expect(seen).toEqual(seen.map(() => first));
    // A fresh page has a blank one before it.
    expect(first?.entries).toBeLessThanOrEqual(2);
    const said = (first?.title ?? "").toLowerCase();
    for (const telling of ["report", "child", "abuse", "whistle"])
      expect(said).not.toContain(telling);

    for (const { context } of [reporter.visit, returning.visit]) {
      expect(await context.storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
    }
    await browser.endVisits();
  });

  it("and a reviewer's ask nobody but this origin, and no answer sets a cookie", async () => {
    const reviewer = await Reviewer.isAt(site, browser, "samira");
    await reviewer.opens(REPORT.title);
    await reviewer.signsOut();
    const hosts = reviewer.visit.requests.map(({ url }) => new URL(url).origin);
    expect(new Set(hosts)).toEqual(new Set([SITE_ORIGIN]));
    expect(await reviewer.visit.context.storageState({ indexedDB: true })).toEqual({
      cookies: [],
      origins: [],
    });
    // A visit that ends also looks for caches and service workers, and for any host but this one.
    await browser.endVisits();
    for (const { headers } of server.given) {
      expect(headers.map((name) => name.toLowerCase())).not.toContain("set-cookie");
    }
  });

  it("are answered under the one policy, and nothing but hashed assets is kept", () => {
    expect(server.given.length).toBeGreaterThan(60);
    for (const { path, headers } of server.given) {
      const of = (name: string): string | undefined =>
        headers[headers.findIndex((text) => text.toLowerCase() === name) + 1];
      expect(of("content-security-policy"), path).toBe(CONTENT_SECURITY_POLICY);
      const hashed = path.startsWith(HASHED_ASSETS_PATH);
      expect(of("cache-control"), path).toBe(hashed ? IMMUTABLE : NO_STORE);
    }
  });

  it("name nothing in any address: no query, no id, no code", () => {
    const paths = new Set(server.taken.map(({ path }) => path));
    const known = new Set<string>([
      "/",
      "/desk",
      ...Object.values(endpoints).map(({ path }) => path),
    ]);
    for (const path of paths) {
      const asset = path.startsWith(HASHED_ASSETS_PATH) || path === "/icon.svg";
      expect(known.has(path) || asset, path).toBe(true);
      expect(path).not.toContain("?");
    }
  });

  it("are sent with nothing that says where from: no referrer, no cookie, no credentials but a token", () => {
    for (const { path, headers } of server.taken) {
      const names = headers.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
      expect(names, path).not.toContain("cookie");
      if (path.startsWith("/api/")) expect(names, path).not.toContain("referer");
    }
  });
});

describe("wrangler.toml", () => {
  const config = unstable_readConfig(
    { config: join(PROJECT, "wrangler.toml") },
    { hideWarnings: true },
  );

  it("has every log, trace and invocation log off, and sends nothing to anybody", () => {
    expect(config.observability).toMatchObject({
      enabled: false,
      redact_query_string: true,
      logs: { enabled: false, invocation_logs: false, persist: false },
      traces: { enabled: false },
    });
    expect(config.logpush).toBe(false);
    expect(config.tail_consumers).toEqual([]);
    expect(config.send_metrics).toBe(false);
  });

  it("opens no second door: no address at the host, no previews", () => {
    expect(config.workers_dev).toBe(false);
    expect(config.preview_urls).toBe(false);
  });
});
