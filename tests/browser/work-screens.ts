/** The same walk past the forms in which work on a case is written down, and past what then stands in its record. */
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import type { Arrival, Walk } from "./screens.ts";

const START = "2026-11-02";

export async function walkWork({ site, browser, language, look }: Walk): Promise<void> {
  const title = `Worked on, ${language}`;
  await sendCase(site, { desk: "north", title, text: "Words." });
  const rowan = await Reviewer.isAt(site, browser, "rowan", language);
  const { t } = rowan.texts.desk;
  const { work } = rowan;
  const see = (name: string, arrival: Arrival = "same"): Promise<void> =>
    look(rowan, name, arrival);
  const keep = async (): Promise<void> => {
    await rowan.press(t("work.save"));
    await rowan.reads(t("work.kept"));
  };
  const answersAll = async (label: string): Promise<void> => {
    for (const radio of await work.getByRole("radio", { name: label, exact: true }).all()) {
      await radio.check();
    }
  };
  await rowan.opens(title);

  // From here on its pages say that the child's own words are missing.
  await rowan.opensForm("triage");
  await rowan.choose(t("triage.ACCEPT"));
  await answersAll(t("risk.MEDIUM"));
  await keep();
  await rowan.opensForm("measure");
  await rowan.choose(t("measure.CONTACT_SUSPENDED"));
  await rowan.field(t("work.measure.authority")).fill("The youth court of the harbour");
  await work.getByLabel(t("work.measure.country")).selectOption({ value: "IE" });
  await work.getByLabel(t("work.measure.start-day")).fill(START);
  await keep();
  const [again] = await work
    .getByRole("button")
    .filter({ hasText: t("work.measure-again") })
    .all();
  await again?.click();
  await see("case, a measure written again");
  await rowan.press(t("work.put-away"));

  await rowan.opensForm("measure-review");
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.missing"));
  await see("case, a measure looked at again, with nothing in it");
  await answersAll(t("known.NO"));
  await rowan.field(t("work.measure-review.text")).fill("The child asks for her mother.");
  await keep();

  await rowan.opensForm("fairness-check");
  await answersAll(t("fairness.NOT_YET"));
  await see("case, the questions of fairness");
  await keep();
  await rowan.opensForm("right-of-reply");
  await rowan.choose(t("reply.NOT_SAFE"));
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.missing"));
  await work.getByLabel(t("work.right-of-reply.text")).fill("The child lives with them.");
  await keep();

  await rowan.opensForm("care-item");
  await rowan.field(t("work.care-item.need")).fill("A school near the foster home");
  await keep();
  await rowan.opensForm("locked-fact");
  await rowan.choose(t("locked-fact.ADDRESS"));
  await rowan.field(t("work.locked-fact.text")).fill("Above the bakery");
  await rowan.field(t("work.locked-fact.danger")).fill("Her mother is looked for.");
  await keep();
  await rowan.opensForm("hand-over");
  await see("case, a hand-over with something that must not travel");
  await rowan.choose(t("hand-over.REFERRAL"));
  await rowan.field(t("work.hand-over.recipient")).fill("The service across the border");
  await work.getByLabel(t("work.hand-over.country")).selectOption({ value: "TN" });
  await rowan.field(t("interests.label")).fill("Her aunt lives there.");
  await work
    .getByRole("textbox", { name: t("work.hand-over.without-consent") })
    .fill("Nobody could be asked in time.");
  await keep();
  await rowan.press(t("work.voice-write"));
  await rowan.field(t("work.voice.text")).fill("I want to stay with my aunt.");
  await rowan.choose(t("voice.CHILD"));
  await rowan.choose(t("known.YES"));
  await keep();
  await rowan.press(t("work.task-done", { what: "A school near the foster home" }));
  await rowan.reads(t("work.kept"));
  await see("case, all that was written down, and a way back");
}
