/**
 * A decision is challenged by whoever reported, answered by the reviewer who did not take it, and the case is opened
 * and closed again: two reviewers and a reporter, each in a browser of their own, in English, French and Arabic.
 */
import { expect, it } from "vitest";
import { challengeByDay } from "../../worker/contract/clocks.ts";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import type { PageLanguage } from "../support/people.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import type { Site } from "../support/site.ts";
import { today } from "../routes/client.ts";

const WORDS = "Nobody asked my sister, and she saw him.";
const ANSWER = "You are right. We should have asked her.";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

it.each<[PageLanguage, PageLanguage]>([
  ["en", "fr"],
  ["ar", "en"],
])(
  "a reporter in %s challenges, a reviewer in %s who did not close the case answers, and it is closed again",
  async (reporterLanguage, reviewerLanguage) => {
    const title = `The one from ${reporterLanguage}`;
    const { words } = await sendCase(site, { desk: "north", title, text: "Words." });
    const rowan = await Reviewer.isAt(site, browser, "rowan", reviewerLanguage);
    await rowan.opens(title);
    await rowan.closes("NOT_CONFIRMED", "We found nothing.");

    const reporter = await Reporter.arrives(browser, reporterLanguage);
    await reporter.comesBack(words.join(" "));
    const { returning, report } = reporter.texts;
    await reporter.press(returning.t("challenge.open"));
    // They are told who can answer, who cannot, and by when; and what they typed outlives going back.
    const names = returning.list(["Samira Exemple", "Linnet Example"]);
    await reporter.reads(returning.t("challenge.who", { names }));
    const due = challengeByDay(today());
    await reporter.reads(returning.t("challenge.by", { day: returning.day(due) }));
    await reporter.press(returning.t("challenge.send"));
    await reporter.reads(returning.t("challenge.missing"));
    await reporter.field(returning.t("challenge.label")).fill(WORDS);
    await reporter.press(returning.t("challenge.back"));
    await reporter.reaches(report.t("case.title"));
    await reporter.press(returning.t("challenge.open"));
    expect(await reporter.field(returning.t("challenge.label")).inputValue()).toBe(WORDS);
    await reporter.press(returning.t("challenge.send"));
    await reporter.reaches(report.t("case.title"));
    const promised = { day: returning.day(today()), due: returning.day(due) };
    await reporter.reads(returning.t("challenge.waiting", promised));
    expect((await reporter.readsTimeline()).at(-1)).toContain(WORDS);
    expect(await reporter.button(returning.t("challenge.open")).count()).toBe(0);

    // Whoever closed it sees the challenge, and no way to answer.
    const { t } = rowan.texts.desk;
    await rowan.looksAgain();
    await rowan.reads(t("challenged.not-you"));
    expect(await rowan.button(t("challenged.sign")).count()).toBe(0);

    const linnet = await Reviewer.isAt(site, browser, "linnet", reviewerLanguage);
    expect(await linnet.row(title).textContent()).toContain(t("chip.challenged"));
    await linnet.opens(title);
    await linnet.press(t("challenged.sign"));
    await linnet.reads(t("challenged.outcome-missing"));
    await linnet.choose(t("challenged.UPHELD"));
    await linnet.press(t("challenged.sign"));
    await linnet.reads(t("challenged.words-missing"));
    await linnet.field(t("challenged.words")).fill(ANSWER);
    await linnet.choose(t("reopen.ADDRESS"));
    await linnet.press(t("challenged.sign"));
    await linnet.reads(t("challenged.done"));
    await linnet.press(t("remedy.open"));
    await linnet.choose(t("remedy.APOLOGY"));
    await linnet.field(t("remedy.text")).fill("Written to them today.");
    await linnet.press(t("work.save"));
    await linnet.reads(t("work.kept"));
    expect(await linnet.work.textContent()).toContain(t("stage.ADDRESS"));

    await reporter.looksAgain();
    await reporter.reads(returning.t("challenge.UPHELD"));
    await reporter.reads(returning.t("reopening.standing", { day: returning.day(today()) }));
    const timeline = (await reporter.readsTimeline()).join("\n");
    expect(timeline).toContain(ANSWER);
    expect(timeline).not.toContain("Written to them today.");
    // That it came in time is signed for them.
    const { t: promiseText, day: dayText } = reporter.texts.promises;
    const signed = { due: dayText(due), met: dayText(today()) };
    const receipts = await reporter.readsReceipts();
    expect(receipts.at(-1)).toContain(promiseText("promise.challenge-decision-kept", signed));

    await linnet.closes("SAFE_CONFIRMED", "We asked her. He is safe.");
    await reporter.looksAgain();
    await reporter.reads(report.t("case.closed", { day: report.day(today()) }));
    // Another decision, by somebody else: it can be challenged in its turn, and the first closer may answer.
    await reporter.press(returning.t("challenge.open"));
    const others = returning.list(["Rowan Example", "Samira Exemple"]);
    await reporter.reads(returning.t("challenge.who", { names: others }));
  },
);

it("what a reporter writes after the closing stands as new in the inbox, and a reviewer opens the case for it", async () => {
  const title = "The one that went on";
  const { words } = await sendCase(site, { desk: "north", title, text: "Words." });
  const rowan = await Reviewer.isAt(site, browser, "rowan", "en");
  const { t } = rowan.texts.desk;
  await rowan.opens(title);
  await rowan.closes("NO_MORE_INFO", "");
  const reporter = await Reporter.arrives(browser, "en");
  await reporter.comesBack(words.join(" "));
  await reporter.adds("He has come back.");
  await rowan.goesBackToInbox();
  await rowan.looksForNewCases();
  expect(await rowan.row(title).textContent()).toContain(t("chip.news"));
  await rowan.opens(title);
  await rowan.press(t("reopen.open"));
  await rowan.press(t("reopen.sign"));
  await rowan.reads(t("reopen.reason-missing"));
  await rowan.choose(t("reopen.NEW_INFORMATION"));
  await rowan.press(t("reopen.sign"));
  await rowan.reads(t("reopen.done"));
  await reporter.looksAgain();
  await reporter.reads(reporter.texts.returning.t("reopening.NEW_INFORMATION"));
});
