/** Browsers in which WebAssembly is off: sealing still works, more slowly, or nothing is sent at all. */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, REQUEST_FAILED, type TestBrowser, type Visit } from "../support/browser.ts";
import { Reporter, type WrittenReport } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { startSite, type Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
/** As hardened browsers run: no just-in-time compiler, and so no WebAssembly. */
let withoutJit: TestBrowser;
beforeAll(async () => {
  site = await startSite(inject("site"));
  browser = await openBrowser(site.server.url);
  withoutJit = await openBrowser(site.server.url, { flags: ["--js-flags=--jitless"] });
});
afterEach(async () => {
  await browser.endVisits();
  await withoutJit.endVisits();
});
afterAll(async () => {
  await browser.close();
  await withoutJit.close();
  await site.close();
});

function reportTitled(title: string): WrittenReport {
  return {
    channel: "abuse_neglect_exploitation",
    desk: "north",
    urgent: false,
    title,
    text: `Sealed without WebAssembly.\n“${title}” & <3 🙏`,
  };
}

const VAULT_SCRIPT = "**/assets/reporter-worker-*.js";
const DESK_VAULT_SCRIPT = "**/assets/desk-worker-*.js";
const SEALING_CODE = "**/assets/libsodium*.js";

/** The vault starts in a world that never had WebAssembly. */
async function removeWebAssembly(visit: Visit, script: string): Promise<void> {
  await visit.page.route(script, async (route) => {
    const response = await visit.answerTo(route);
    const body = `delete globalThis.WebAssembly;\n${await response.text()}`;
    await route.fulfill({ response, body });
  });
}

/** libsodium's own: its JavaScript build tries WebAssembly first, and leaves that promise lying. */
const TRIED_FIRST = /WebAssembly is not defined/;

/** Sends it, is told that it is slower, and reads an answer to it later. */
async function goesThrough(reporter: Reporter, report: WrittenReport): Promise<void> {
  const { t } = reporter.texts.report;
  reporter.visit.expects(TRIED_FIRST);
  await reporter.startWriting();
  await reporter.answerChannel(report.channel);
  await reporter.reads(t("desk.slow"));
  await reporter.answerDesk(report.desk);
  await reporter.answerUrgent(report.urgent);
  await reporter.answerText(report.text, report.title);
  await reporter.answerIdentity();
  await reporter.answerReaders();
  await reporter.sends();
  const code = await reporter.readsCode();
  await reporter.confirms(code.words);

  const reviewer = await Reviewer.isAt(site, browser, "samira");
  await reviewer.opens(report.title ?? "");
  expect(await reviewer.readsReport()).toBe(report.text);
  await reviewer.replies("It arrived whole.");

  // The way back works in the slow browser as well.
  await reporter.page.reload();
  await reporter.comesBack(code.numbers.join(" "));
  expect((await reporter.readsTimeline()).at(-1)).toContain("It arrived whole.");
  await reporter.adds("Thank you.");
}

describe("where WebAssembly is off", () => {
  it("for want of a compiler, a report goes through and is answered, and the page says it is slower", async () => {
    const reporter = await Reporter.arrives(withoutJit, "en");
    expect(await reporter.page.evaluate(() => typeof WebAssembly)).toBe("undefined");
    await goesThrough(reporter, reportTitled("No compiler"));
  });

  it("because something took it away, a report goes through and is answered too", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    await removeWebAssembly(reporter.visit, VAULT_SCRIPT);
    await goesThrough(reporter, reportTitled("No WebAssembly"));
  });

  it("a member is told to allow it, and no passphrase is stretched for minutes", async () => {
    const reviewer = await Reviewer.arrives(browser, "en");
    await removeWebAssembly(reviewer.visit, DESK_VAULT_SCRIPT);
    await reviewer.triesToSignIn("rowan", site.member("rowan").passphrase);
    await reviewer.reads(reviewer.texts.common.t("error.no-wasm"));
    expect(reviewer.visit.asked()).toEqual([]);
  });
});

describe("where WebAssembly runs", () => {
  it("nobody is told that anything is slow", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    await reporter.startWriting();
    await reporter.answerChannel("unsure");
    await reporter.page.getByRole("radio", { name: reporter.deskName("north") }).waitFor();
    expect(await reporter.page.getByText(reporter.texts.report.t("desk.slow")).count()).toBe(0);
  });
});

describe("where no build of the sealing code can be loaded", () => {
  it.each(["the usual build", "the slower build"] as const)(
    "(%s) the page says so, offers other help, and sends nothing",
    async (build) => {
      const before = await site.caseCount();
      const reporter = await Reporter.arrives(
        build === "the usual build" ? browser : withoutJit,
        "en",
      );
      reporter.visit.expects(REQUEST_FAILED);
      let blocked = 0;
      await reporter.page.route(SEALING_CODE, async (route) => {
        blocked += 1;
        await route.abort();
      });
      const { common, report } = reporter.texts;
      await reporter.startWriting();
      await reporter.answerChannel("unsure");
      await reporter.reads(common.t("error.no-crypto"));
      await reporter.reads(report.t("refusal.nothing-sent"));
      await reporter.reads(report.t("refusal.other-help"));
      expect(blocked).toBeGreaterThan(0);
      expect(reporter.visit.asked()).toEqual([]);
      expect(await site.caseCount()).toBe(before);
    },
  );
});
