/** The same walk past a challenged decision: the reporter's screens, its answer, reopening, and saying how it was. */
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { deskHand, sendCase } from "../support/sent-case.ts";
import type { Walk } from "./screens.ts";

export async function walkChallenge({ site, browser, language, look }: Walk): Promise<void> {
  const title = `Challenged · ${language}`;
  const sent = await sendCase(site, { desk: "north", title, text: "Words." });
  const rowan = await deskHand(site, "rowan");
  await rowan.act(sent.id, {
    kind: "close",
    reason: "NOT_CONFIRMED",
    text: "",
    language: "en",
    bestInterests: { text: "Nobody is in danger.", language: "en" },
  });
  const reporter = await Reporter.arrives(browser, language);
  await reporter.comesBack(sent.words.join(" "));
  const { returning, report } = reporter.texts;
  await look(reporter, "closed, and can be challenged", "new");
  await reporter.press(returning.t("challenge.open"));
  await reporter.reaches(returning.t("challenge.title"));
  await look(reporter, "challenging", "new");
  await reporter.press(returning.t("challenge.send"));
  await reporter.reads(returning.t("challenge.missing"));
  await look(reporter, "challenging, nothing written", "same");
  await reporter.field(returning.t("challenge.label")).fill("Look again.");
  await reporter.press(returning.t("challenge.send"));
  await reporter.reaches(report.t("case.title"));
  await look(reporter, "challenged", "new");

  const linnet = await Reviewer.isAt(site, browser, "linnet", language);
  const { t } = linnet.texts.desk;
  await linnet.opens(title);
  await linnet.choose(t("challenged.UPHELD"));
  await linnet.press(t("challenged.sign"));
  await linnet.reads(t("challenged.words-missing"));
  await look(linnet, "answering, nothing written", "same");
  await linnet.field(t("challenged.words")).fill("You are right.");
  await linnet.choose(t("reopen.stay"));
  await linnet.press(t("challenged.sign"));
  await linnet.reads(t("challenged.done"));
  await linnet.press(t("remedy.open"));
  await linnet.press(t("reopen.open"));
  await linnet.press(t("reopen.sign"));
  await linnet.reads(t("reopen.reason-missing"));
  await look(linnet, "putting right and reopening", "same");

  await reporter.press(returning.t("feedback.open"));
  await reporter.reaches(returning.t("feedback.title"));
  await look(reporter, "saying how it was", "new");
  await reporter.page
    .getByRole("radio", { name: returning.t("answer.yes"), exact: true })
    .first()
    .check({ force: true });
  await reporter.press(returning.t("feedback.send"));
  await reporter.reaches(returning.t("feedback.thanks-title"));
  await look(reporter, "thanked", "new");

  const ines = await Reviewer.isAt(site, browser, "ines", language);
  await ines.press(ines.texts.desk.t("place.feedback"));
  await ines.reads(ines.texts.desk.t("feedback.words"));
  await look(ines, "feedback, read", "new");
}
