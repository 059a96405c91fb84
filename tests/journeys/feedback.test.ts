/**
 * After a closing, and after a report was taken back: somebody says how it was, in French and in Arabic, and the
 * coordinator reads it. What is sent carries nothing of the session beside which it was written.
 */
import { expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import type { FeedbackQuestion } from "../../web/payload/given-feedback.ts";
import { atSite } from "../support/at-site.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { deskHand, sendCase } from "../support/sent-case.ts";
import type { Site } from "../support/site.ts";

const FRENCH_WORDS = "Personne ne m’a dit ce qui allait se passer.";
const ARABIC_WORDS = "كان الأمر سريعًا.";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

/** A closed report, and its reporter on its page. */
async function comesBackToClosed(title: string, language: "en" | "fr" | "ar") {
  const sent = await sendCase(site, { desk: "north", title, text: "Words." });
  const rowan = await deskHand(site, "rowan");
  const bestInterests = { text: "Nothing more can be found out.", language: "en" };
  await rowan.act(sent.id, {
    kind: "close",
    reason: "NO_MORE_INFO",
    text: "",
    language: "en",
    bestInterests,
  });
  const reporter = await Reporter.arrives(browser, language);
  await reporter.comesBack(sent.words.join(" "));
  return { sent, reporter };
}

async function answers(reporter: Reporter, question: FeedbackQuestion, answer: string) {
  const { t } = reporter.texts.returning;
  await reporter.page
    .getByRole("group", { name: t(`feedback.${question}`) })
    .getByRole("radio", { name: answer, exact: true })
    .check({ force: true });
}

/** Everything the page sent to that endpoint, headers included. */
function watched(reporter: Reporter) {
  const sent: { readonly headers: Record<string, string>; readonly body: string }[] = [];
  reporter.page.on("request", (request) => {
    if (!request.url().endsWith(endpoints.giveFeedback.path)) return;
    sent.push({ headers: request.headers(), body: request.postData() ?? "" });
  });
  return sent;
}

it("is given once a report is closed, without a token, in one size, and read by the coordinator in counts and words", async () => {
  const { sent, reporter } = await comesBackToClosed("The one that was closed", "fr");
  const { t } = reporter.texts.returning;
  const requests = watched(reporter);
  await reporter.press(t("feedback.open"));
  await reporter.reaches(t("feedback.title"));
  await reporter.press(t("feedback.send"));
  await reporter.reads(t("feedback.empty"));
  await answers(reporter, "listened", t("answer.yes"));
  await answers(reporter, "safe", t("answer.not-sure"));
  const label = `${t("feedback.text")} (${reporter.texts.common.t("page.optional")})`;
  await reporter.field(label).fill(FRENCH_WORDS);
  // Nothing typed is lost when the connection is.
  reporter.visit.expects(REQUEST_FAILED);
  await reporter.page.route(`**${endpoints.giveFeedback.path}`, (route) => route.abort());
  await reporter.press(t("feedback.send"));
  await reporter.reads(t("feedback.kept"));
  await reporter.page.unroute(`**${endpoints.giveFeedback.path}`);
  await reporter.press(t("feedback.send"));
  await reporter.reaches(t("feedback.thanks-title"));

  const linked = await comesBackToClosed("The one that says so", "en");
  const words = linked.reporter.texts.returning;
  const named = watched(linked.reporter);
  await linked.reporter.press(words.t("feedback.open"));
  await answers(linked.reporter, "listened", words.t("answer.no"));
  await linked.reporter.page
    .getByRole("checkbox", { name: words.t("feedback.link"), exact: true })
    .check({ force: true });
  await linked.reporter.press(words.t("feedback.send"));
  await linked.reporter.reaches(words.t("feedback.thanks-title"));

  const all = [...requests, ...named];
  expect(all.length).toBeGreaterThan(2);
  expect(new Set(all.map(({ body }) => body.length)).size).toBe(1);
  for (const { headers, body } of all) {
    expect(Object.keys(headers)).not.toContain("authorization");
    expect(Object.keys(headers)).not.toContain("cookie");
    for (const held of [sent.id, linked.sent.id]) expect(body).not.toContain(held);
  }

  const ines = await Reviewer.isAt(site, browser, "ines", "fr");
  const desk = ines.texts.desk;
  await ines.press(desk.t("place.feedback"));
  await ines.reads(desk.t("feedback.counts", { count: 2 }));
  await ines.reads(FRENCH_WORDS);
  const row = ines.page.getByRole("row", {
    name: new RegExp(`^${desk.t("feedback.listened")}`, "u"),
  });
  expect(await row.getByRole("cell").allTextContents()).toEqual(["1", "0", "1", "0", "0"]);
  // The one who chose to be known is; the other is not.
  const listed = (await ines.page.textContent("main")) ?? "";
  expect(listed).toContain(linked.sent.id);
  expect(listed).not.toContain(sent.id);
});

it("is given after a report was taken back, in Arabic, though its code opens nothing any more", async () => {
  const sent = await sendCase(site, { desk: "north", title: "Taken back", text: "Words." });
  const reporter = await Reporter.arrives(browser, "ar");
  await reporter.comesBack(sent.words.join(" "));
  await reporter.takesBack();
  const { t } = reporter.texts.returning;
  await reporter.press(t("feedback.open"));
  await answers(reporter, "quick", t("answer.yes"));
  const label = `${t("feedback.text")} (${reporter.texts.common.t("page.optional")})`;
  await reporter.field(label).fill(ARABIC_WORDS);
  expect(await reporter.page.getByRole("checkbox").count()).toBe(0);
  await reporter.press(t("feedback.send"));
  await reporter.reaches(t("feedback.thanks-title"));
  const ines = await Reviewer.isAt(site, browser, "ines", "ar");
  await ines.press(ines.texts.desk.t("place.feedback"));
  await ines.reads(ARABIC_WORDS);
});

it("that may have arrived naming the report stays so, and is not kept a second time without", async () => {
  const { sent, reporter } = await comesBackToClosed("The one in doubt", "en");
  const { t } = reporter.texts.returning;
  const kept = async (): Promise<number> =>
    (await site.server.database.prepare("SELECT 1 FROM feedback").all()).results.length;
  const before = await kept();
  const link = reporter.page.getByRole("checkbox", { name: t("feedback.link"), exact: true });
  await reporter.press(t("feedback.open"));
  await answers(reporter, "listened", t("answer.no"));
  await link.check({ force: true });
  reporter.visit.expects(REQUEST_FAILED);
  await reporter.visit.once(endpoints.giveFeedback.path, async (route) => {
    await reporter.visit.answerTo(route);
    await route.abort();
  });
  await reporter.press(t("feedback.send"));
  await reporter.reads(t("feedback.link-stays"));
  expect(await link.count()).toBe(0);
  // It did arrive, though nobody here was told.
  expect(await kept()).toBe(before + 1);
  await reporter.press(t("feedback.send"));
  await reporter.reaches(t("feedback.thanks-title"));
  expect(await kept()).toBe(before + 1);
  const ines = await Reviewer.isAt(site, browser, "ines", "en");
  await ines.press(ines.texts.desk.t("place.feedback"));
  await ines.reads(sent.id);
});
