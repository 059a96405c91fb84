/** Coming back with a code: however it is typed, whatever is in the way, and never twice. */
import { describe, expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { atSite } from "../support/at-site.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { Reporter, type WrittenReport } from "../support/reporter.ts";

let browser: TestBrowser;
atSite((opened) => {
  ({ browser } = opened);
});

const REPORT: WrittenReport = {
  channel: "trafficking",
  desk: "north",
  urgent: false,
  title: "At the coach station",
  text: "Two men, one girl.\n\nShe has no shoes. “Help,” she said & looked away. <3 🙏",
};

describe("a code", () => {
  it("with a word that is in no list is told which, and mended by a suggestion", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const { words } = await reporter.reports(REPORT);
    const right = words[4] ?? "";
    const wrong = `${right.slice(0, 3)}qx${right.slice(3)}`;
    const returning = await Reporter.arrives(browser, "en");
    const { t } = returning.texts.report;
    await returning.entersCode(words.with(4, wrong).join(" "));
    await returning.reads(t("enter.unknown-word", { position: 5, word: wrong }));
    await returning.press(t("enter.use", { word: right }));
    await returning.press(t("enter.button"));
    await returning.reaches(t("case.title"));
  });

  it("is taken in capitals, with dashes, over several lines, in words or numbers", async () => {
    const reporter = await Reporter.arrives(browser, "fr");
    const code = await reporter.reports(REPORT);
    for (const typed of [
      code.words.join("-").toUpperCase(),
      ` ${code.words.join("\n")} `,
      code.numbers.join(""),
      code.numbers.join(" - "),
    ]) {
      const returning = await Reporter.arrives(browser, "en");
      await returning.comesBack(typed);
    }
  });

  it("that is too short, mixed up or nobody's is each told what it is, and stays in its field", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const { words } = await reporter.reports(REPORT);
    const returning = await Reporter.arrives(browser, "en");
    // The server answers that nobody is there.
    returning.visit.expects(REQUEST_FAILED);
    const { t } = returning.texts.report;
    const eleven = words.slice(1).join(" ");
    await returning.entersCode(eleven);
    await returning.reads(t("enter.too-few", { count: 11 }));
    expect(await returning.codeField.inputValue()).toBe(eleven);

    const nobodys = `${"0001 ".repeat(11)}0004`;
    await returning.codeField.fill(nobodys);
    await returning.press(t("enter.button"));
    await returning.reads(t("enter.wrong"));
    expect(await returning.codeField.inputValue()).toBe(nobodys);

    await returning.codeField.fill("0001 ".repeat(12));
    await returning.press(t("enter.button"));
    await returning.reads(t("enter.checksum"));

    await returning.codeField.fill(words.join(" "));
    await returning.press(t("enter.button"));
    await returning.reaches(t("case.title"));
  });

  it("ends when the report is taken back, for good and like any code that opens nothing", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const { words } = await reporter.reports({ ...REPORT, title: "Taken back" });
    const returning = await Reporter.arrives(browser, "en");
    await returning.comesBack(words.join(" "));
    await returning.takesBack();
    const again = await Reporter.arrives(browser, "en");
    again.visit.expects(REQUEST_FAILED);
    await again.entersCode(words.join(" "));
    await again.reads(again.texts.report.t("enter.wrong"));
  });
});

describe("an addition", () => {
  it("that meets another one is added after it, once", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const { words } = await reporter.reports(REPORT);
    const one = await Reporter.arrives(browser, "en");
    const other = await Reporter.arrives(browser, "en");
    other.visit.expects(REQUEST_FAILED);
    await one.comesBack(words.join(" "));
    await other.comesBack(words.join(" "));
    // The other page has read and sealed when this one is quicker.
    await other.visit.once(endpoints.reporterAppend.path, async (route) => {
      await one.adds("First.");
      await route.continue();
    });
    await other.adds("Second.");
    const timeline = await other.readsTimeline();
    expect(timeline).toHaveLength(3);
    expect(timeline[1]).toContain("First.");
    expect(timeline[2]).toContain("Second.");
    const asked = other.visit.asked().filter((request) => request.endsWith("/reporter/append"));
    expect(asked).toHaveLength(2);
  });

  it("whose answer was lost stands there once, after it is sent again", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const { words } = await reporter.reports(REPORT);
    const returning = await Reporter.arrives(browser, "en");
    returning.visit.expects(REQUEST_FAILED);
    const { common, report } = returning.texts;
    await returning.comesBack(words.join(" "));
    await returning.visit.once(endpoints.reporterAppend.path, async (route) => {
      await returning.visit.answerTo(route);
      await route.abort("connectionreset");
    });
    await returning.additionField.fill("Only once.");
    await returning.press(report.t("case.add-button"));
    await returning.reads(common.t("error.offline"));
    expect(await returning.additionField.inputValue()).toBe("Only once.");
    await returning.press(report.t("case.add-button"));
    await returning.reads(report.t("case.added"));
    expect(await returning.readsTimeline()).toHaveLength(2);
  });
});
