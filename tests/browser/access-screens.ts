/** The same walk past the work on a case, every way of changing who reads it, and past leaving. */
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import type { MemberHandle } from "../support/site.ts";
import type { Arrival, Walk } from "./screens.ts";

/** Nothing of it ends a membership: the others of the file still sign in. */
export async function walkAccess({ site, browser, language, look }: Walk): Promise<void> {
  const nameOf = (handle: MemberHandle): string => site.member(handle).name;
  const without = (...handles: readonly MemberHandle[]) => ({
    excluded: handles.map((handle) => site.member(handle).id),
  });
  const title = `Read by some, ${language}`;
  const kept = await sendCase(site, {
    desk: "north",
    title,
    text: "Words.",
    change: without("samira"),
  });
  await sendCase(site, {
    desk: "north",
    title: `Read by one, ${language}`,
    text: "Words.",
    change: without("samira", "linnet"),
  });
  const rowan = await Reviewer.isAt(site, browser, "rowan", language);
  const { t } = rowan.texts.desk;
  const see = (name: string, arrival: Arrival = "same"): Promise<void> =>
    look(rowan, name, arrival);
  await rowan.opens(title);
  await rowan.opensForm("measure");
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.missing"));
  await rowan.unfolds(t("law-notes.open"));
  await rowan.unfolds(t("which-law.open"));
  await rowan.picksCountry(t("which-law.home"), "IE");
  await rowan.picksCountry(t("which-law.now"), "DO");
  await rowan.reads(t("which-law.answer"));
  await see("case, work written down with nothing in it, and the law");
  await rowan.press(t("work.put-away"));
  await rowan.press(t("access.let-in"));
  await see("case, letting somebody in");
  await rowan.field(t("access.reason")).fill("So it is.");
  await rowan.press(t("access.grant"));
  await rowan.reads(t("access.who-missing"));
  await see("case, letting nobody in");
  await rowan.choose(nameOf("samira"));
  await rowan.reads(t("access.excluded-title", { name: nameOf("samira") }));
  await see("case, speaking for somebody taken out");
  await rowan.choose(nameOf("ines"));
  await rowan.reads(t("access.other-desk", { name: nameOf("ines") }));
  await rowan.press(t("access.grant-name", { name: nameOf("ines") }));
  await rowan.reads(t("access.granted"));
  await see("case, somebody let in");
  await rowan.press(t("access.take-out-name", { name: nameOf("linnet") }));
  await rowan.press(t("access.take-out-now", { name: nameOf("linnet") }));
  await rowan.reads(t("access.reason-missing"));
  await see("case, taking out without a reason");
  await rowan.field(t("access.reason")).fill("So it is.");
  await rowan.press(t("access.take-out-now", { name: nameOf("linnet") }));
  await rowan.reads(t("access.removed"));
  await see("case, somebody taken out");
  await rowan.press(t("access.step-out"));
  await see("case, stepping out");
  await rowan.press(t("access.cancel"));
  await rowan.goesBackToInbox();
  await rowan.press(t("place.leaving"));
  await rowan.reads(t("leaving.not-yet"));
  await see("leaving", "new");
  await rowan.press(t("leaving.give-count", { count: 1 }));
  await rowan.reads(t("access.reason-missing"));
  await see("leaving, no reason given");
  const who = rowan.page.getByRole("combobox", { name: t("leaving.who"), exact: true });
  await who.selectOption({ value: site.member("linnet").id });
  await rowan.field(t("access.reason")).fill("So it is.");
  await rowan.press(t("leaving.give-count", { count: 1 }));
  await rowan.reads(t("leaving.failed-title"));
  await see("leaving, a case that may not go there");
  await who.selectOption({ value: site.member("ines").id });
  await rowan.press(t("leaving.give-count", { count: 1 }));
  await rowan.press(t("leaving.leave"));
  await rowan.page.getByRole("heading", { name: t("leaving.confirm-title") }).waitFor();
  await see("leaving, about to end");
  await rowan.press(t("leaving.stay"));
  await rowan.signsOut();

  const reporter = await Reporter.arrives(browser, language);
  await reporter.comesBack(kept.words.join(" "));
  await look(reporter, "case, read by others than before", "same");
}
