/** Whatever goes wrong on the way: the words stay, the page says what to do, and nothing becomes two. */
import { describe, expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { isWireErrorCode, WIRE_ERRORS, type WireErrorCode } from "../../worker/contract/errors.ts";
import { CHALLENGE_SECONDS } from "../../worker/contract/limits.ts";
import { challengeOn, today } from "../routes/client.ts";
import { atSite } from "../support/at-site.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { Reporter, type WrittenReport } from "../support/reporter.ts";
import type { Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

const REPORT: WrittenReport = {
  channel: "trafficking",
  desk: "north",
  urgent: false,
  title: "At the coach station",
  text: "Two men, one girl.\n\nShe has no shoes. “Help,” she said & looked away. <3 🙏",
};

const WIRE_ERROR_CODES = Object.keys(WIRE_ERRORS).filter(isWireErrorCode);

function refusal(code: WireErrorCode) {
  return {
    status: WIRE_ERRORS[code],
    contentType: "application/json",
    body: JSON.stringify({ error: code }),
  };
}

/** What the page showed when it could not send, and that every word is still there. */
async function seesItKept(reporter: Reporter, sentence: string): Promise<void> {
  const { t } = reporter.texts.report;
  await reporter.reads(t("sending.failed-title"));
  await reporter.reads(sentence);
  await reporter.reads(t("sending.kept"));
  await reporter.press(t("sending.back"));
  await reporter.reaches(t("review.title"));
  const summary = await reporter.page.getByRole("main").textContent();
  expect(summary).toContain(REPORT.text);
  expect(summary).toContain(REPORT.title);
}

describe("sending that fails", () => {
  it("for want of a connection keeps every word, and the second try is one case", async () => {
    const before = await site.caseCount();
    const reporter = await Reporter.arrives(browser, "en");
    reporter.visit.expects(REQUEST_FAILED);
    await reporter.writes(REPORT);
    await reporter.visit.once(endpoints.submitReport.path, (route) =>
      route.abort("internetdisconnected"),
    );
    await reporter.sends();
    await seesItKept(reporter, reporter.texts.common.t("error.offline"));
    expect(await site.caseCount()).toBe(before);
    await reporter.sends();
    await reporter.readsCode();
    expect(await site.caseCount()).toBe(before + 1);
  });

  it.each(["server-error", "too-large", "intake-closed"] as const)(
    "with %s keeps every word, says what to do, and the second try is one case",
    async (code) => {
      const before = await site.caseCount();
      const reporter = await Reporter.arrives(browser, "en");
      reporter.visit.expects(REQUEST_FAILED);
      await reporter.writes(REPORT);
      await reporter.visit.once(endpoints.submitReport.path, (route) =>
        route.fulfill(refusal(code)),
      );
      await reporter.sends();
      await reporter.reads(reporter.texts.common.t(`error.${code}`));
      await reporter.press(reporter.texts.common.t("page.try-again"));
      await reporter.readsCode();
      expect(await site.caseCount()).toBe(before + 1);
    },
  );

  it("with any refusal there is says what that one means, keeps every word, and is sent in the end", async () => {
    const before = await site.caseCount();
    const reporter = await Reporter.arrives(browser, "en");
    reporter.visit.expects(REQUEST_FAILED);
    await reporter.writes(REPORT);
    for (const code of WIRE_ERROR_CODES) {
      const path = `**${endpoints.submitReport.path}`;
      await reporter.page.route(path, (route) => route.fulfill(refusal(code)));
      await reporter.sends();
      const doubt = reporter.page.getByText(reporter.texts.report.t("sending.same"));
      await reporter.reads(reporter.texts.common.t(`error.${code}`));
      // Only a server that failed may have kept it before it did; one that is closed has not.
      expect(await doubt.count(), code).toBe(code === "server-error" ? 1 : 0);
      await seesItKept(reporter, reporter.texts.common.t(`error.${code}`));
      await reporter.page.unroute(path);
    }
    expect(await site.caseCount()).toBe(before);
    await reporter.sends();
    await reporter.readsCode();
    expect(await site.caseCount()).toBe(before + 1);
  });

  it("with something that is no answer keeps every word", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    await reporter.writes(REPORT);
    await reporter.visit.once(endpoints.submitReport.path, (route) =>
      route.fulfill({
        status: 200,
        contentType: "text/html",
        body: "<h1>Sign in to this network</h1>",
      }),
    );
    await reporter.sends();
    await seesItKept(reporter, reporter.texts.common.t("error.unreadable-answer"));
  });

  it("because the proof had expired is mended without anybody noticing", async () => {
    const before = await site.caseCount();
    const reporter = await Reporter.arrives(browser, "en");
    reporter.visit.expects(REQUEST_FAILED);
    const nowSeconds = Math.floor(Date.now() / 1_000) - 2 * CHALLENGE_SECONDS;
    const expired = await challengeOn(site.server, "submit", { nowSeconds });
    await reporter.visit.once(endpoints.challenge.path, (route) =>
      route.fulfill({ json: { challenge: expired, bits: 0, day: today() } }),
    );
    const refusals: string[] = [];
    reporter.page.on("response", async (response) => {
      if (response.status() === 400) refusals.push(await response.text());
    });
    await reporter.reports(REPORT);
    expect(refusals).toEqual([expect.stringContaining("proof-expired")]);
    expect(await site.caseCount()).toBe(before + 1);
  });

  it("only in that its answer was lost is one case, however often it is sent again", async () => {
    const before = await site.caseCount();
    const reporter = await Reporter.arrives(browser, "en");
    reporter.visit.expects(REQUEST_FAILED);
    await reporter.writes(REPORT);
    const bodies: (string | null)[] = [];
    await reporter.page.route(
      `**${endpoints.submitReport.path}`,
      async (route) => {
        bodies.push(route.request().postData());
        expect((await reporter.visit.answerTo(route)).status()).toBe(200);
        await route.abort("connectionreset");
      },
      { times: 2 },
    );
    await reporter.sends();
    await reporter.reads(reporter.texts.report.t("sending.same"));
    await reporter.press(reporter.texts.common.t("page.try-again"));
    await expect.poll(() => bodies.length).toBe(2);
    await reporter.press(reporter.texts.common.t("page.try-again"));
    const code = await reporter.readsCode();
    expect(bodies[0]).toBe(bodies[1]);
    expect(await site.caseCount()).toBe(before + 1);

    const returning = await Reporter.arrives(browser, "en");
    await returning.comesBack(code.words.join(" "));
    expect(await returning.readsTimeline()).toHaveLength(1);
  });

  it("before the list of readers came sends nothing, and asks again when told to", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    reporter.visit.expects(REQUEST_FAILED);
    const { common, report } = reporter.texts;
    await reporter.visit.once(endpoints.roster.path, (route) =>
      route.abort("internetdisconnected"),
    );
    await reporter.startWriting();
    await reporter.answerChannel("unsure");
    await reporter.reads(report.t("refusal.nothing-sent"));
    await reporter.press(common.t("page.try-again"));
    await reporter.answerDesk("north");
    await reporter.reaches(report.t("urgent.title"));
  });
});

describe("what is being written", () => {
  it("is still there after going back, all the way, and forth again", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const { common, report } = reporter.texts;
    await reporter.writes({ ...REPORT, urgent: true, without: [site.member("linnet").name] });
    for (const title of [
      "readers.title",
      "identity.title",
      "text.title",
      "urgent.title",
      "desk.title",
      "channel.title",
      "danger.title",
    ] as const) {
      await reporter.press(common.t("page.back"));
      await reporter.reaches(report.t(title));
      if (title === "text.title") {
        expect(await reporter.textField.inputValue()).toBe(REPORT.text);
        expect(await reporter.titleField.inputValue()).toBe(REPORT.title);
      }
    }
    await reporter.startWriting();
    const chosen = (label: string) =>
      reporter.page.getByRole("radio", { name: label, exact: true, checked: true }).waitFor();
    await chosen(common.t("channel.trafficking"));
    await reporter.goOn();
    await chosen(reporter.deskName("north"));
    await reporter.goOn();
    await chosen(report.t("urgent.yes"));
    await reporter.goOn();
    expect(await reporter.textField.inputValue()).toBe(REPORT.text);
    await reporter.goOn();
    await chosen(report.t("identity.no"));
    await reporter.goOn();
    const name = site.member("linnet").name;
    await reporter.button(report.t("readers.put-back-name", { name })).waitFor();
  });

  it("survives another language, there and back", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    await reporter.startWriting();
    await reporter.answerChannel("unsure");
    await reporter.answerDesk("south");
    await reporter.answerUrgent(false);
    await reporter.textField.fill(REPORT.text);
    for (const language of ["ar", "fr", "en"] as const) {
      await reporter.chooseLanguage(language);
      await reporter.reaches(reporter.texts.report.t("text.title"));
      expect(await reporter.textField.inputValue()).toBe(REPORT.text);
    }
  });

  it("is asked for again only where nothing was written", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const { t } = reporter.texts.report;
    await reporter.startWriting();
    await reporter.answerChannel("unsure");
    await reporter.goOn();
    await reporter.reads(t("desk.missing"));
    await reporter.answerDesk("unsure");
    await reporter.answerUrgent(false);
    await reporter.answerText("  \n ", "Only a title");
    await reporter.reads(t("text.missing"));
    expect(await reporter.titleField.inputValue()).toBe("Only a title");
    await reporter.answerText("One sentence.", "Only a title");
    await reporter.answerIdentity();
    await reporter.reaches(t("readers.title"));
  });
});
