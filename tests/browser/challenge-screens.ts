/** The same walk past a challenged decision: the reporter's screens, its answer, reopening, and saying how it was. */
import type { CaseworkPayload } from "../../web/payload/entries/index.ts";
import { LANGUAGES, loadPromises } from "../../web/i18n/index.ts";
import { today } from "../routes/client.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { deskHand, sendCase, type DeskHand } from "../support/sent-case.ts";
import type { Walk } from "./screens.ts";

/** A line in each list of what is said of the work, with what can be said of it by one press. */
async function isWorkedOn(hand: DeskHand, caseId: string): Promise<void> {
  const language = "en";
  const person = "REPORTER" as const;
  const works: readonly CaseworkPayload[] = [
    { type: "label", label: "school", change: "on" },
    { type: "task", what: "Ask the school", language, member: null, byDay: today() + 3 },
    { type: "need", kind: "INTERPRETER", funded: "ASKED" },
    { type: "consent", action: "REFER", recipient: "A court", person, answer: "GIVEN", how: "" },
    { type: "explanation", title: "The order", text: "She stays where she is.", language },
    {
      type: "clock",
      code: "H80_6W",
      fromDay: today() - 2,
      country: null,
      ownDay: null,
      text: "",
      language,
    },
    { type: "legal-hold", reason: "PROCEEDINGS", text: "", language, reviewDay: today() + 60 },
  ];
  for (const payload of works) await hand.act(caseId, { kind: "casework", payload });
}

export async function walkChallenge({ site, browser, language, look }: Walk): Promise<void> {
  const title = `Challenged · ${language}`;
  const sent = await sendCase(site, { desk: "north", title, text: "Words." });
  const rowan = await deskHand(site, "rowan");
  await isWorkedOn(rowan, sent.id);
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

  const page = LANGUAGES.find(({ code }) => code === language);
  if (page === undefined) throw new Error(`there is no page in ${language}`);
  const promises = await loadPromises(page);
  await reporter.goTo("/receipt");
  await reporter.reaches(promises.t("check.title"));
  const file = { name: "receipt.json", mimeType: "application/json", buffer: Buffer.from("{}") };
  await reporter.page.getByLabel(promises.t("check.file"), { exact: true }).setInputFiles(file);
  await reporter.reads(promises.t("check.done"));
  await look(reporter, "a file that is no receipt", "same");

  const ines = await Reviewer.isAt(site, browser, "ines", language);
  await ines.press(ines.texts.desk.t("place.feedback"));
  await ines.reads(ines.texts.desk.t("feedback.words"));
  await look(ines, "feedback, read", "new");
}
