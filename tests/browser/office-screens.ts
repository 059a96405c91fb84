/** The same walk past the pages of offices: whoever checks the log, keeps a piece of a key, or coordinates a team. */
import { endpoints } from "../../worker/contract/endpoints.ts";
import { REQUEST_FAILED } from "../support/browser.ts";
import { Coordinator } from "../support/coordinator.ts";
import { Custodian } from "../support/custodian.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { deskHand, sendCase } from "../support/sent-case.ts";
import type { Arrival, Walk } from "./screens.ts";

/** The entry that the walk takes out of what the server answers. */
const TAKEN_OUT = 1;

/** The log whole, checked again and not to be had, and with an entry taken out. */
export async function walkAudit({ site, browser, language, look }: Walk): Promise<void> {
  // Somebody else stands in the log, so that it goes on after the entry that is taken out.
  await Reviewer.isAt(site, browser, "rowan", language);
  const theo = await Reviewer.arrives(browser, language);
  const { t } = theo.texts.desk;
  const see = (name: string, arrival: Arrival = "same"): Promise<void> => look(theo, name, arrival);
  theo.visit.expects(REQUEST_FAILED);
  await theo.signsIn(site, "theo");
  await theo.reaches(t("audit.title"));
  await theo.reads(t("audit.whole-title"));
  await see("audit, whole", "new");
  await theo.visit.once(endpoints.readAudit.path, (route) => route.abort());
  await theo.press(t("audit.again"));
  await theo.reads(t("audit.failed"));
  await see("audit, not to be had");
  await theo.visit.once(endpoints.readAudit.path, async (route) => {
    const answer: unknown = await (await theo.visit.answerTo(route)).json();
    const page = endpoints.readAudit.output.parse(answer);
    const entries = page.entries.filter((_, at) => at !== TAKEN_OUT - 1);
    await route.fulfill({ json: { ...page, entries } });
  });
  await theo.press(t("audit.again"));
  await theo.reads(t("audit.missing", { seq: TAKEN_OUT }));
  await see("audit, an entry missing");
}

/** Each language has a custodian of its own: a code of theirs is shown once. */
const CUSTODIANS = { en: "wren", fr: "kestrel", ar: "alder" } as const;

const REASON = "A court has asked who saw it.";

/** From nothing asked to an answer, by way of thinking better of it. */
export async function walkReleases({ site, browser, language, look }: Walk): Promise<void> {
  const title = `Left with a name · ${language}`;
  const who = { name: "Somebody Example", reach: "In the mornings", contact: "" };
  const report = { channel: "unsure", desk: "north", urgent: false, title, text: "Seen." } as const;
  const reporter = await Reporter.arrives(browser, language);
  await reporter.reports({ ...report, identity: who });
  const rowan = await Reviewer.isAt(site, browser, "rowan", language);
  rowan.visit.expects(REQUEST_FAILED);
  await rowan.opens(title);
  const custodian = await Custodian.isAt(site, browser, CUSTODIANS[language], language);
  custodian.visit.expects(REQUEST_FAILED);
  const { common, desk } = custodian.texts;
  const see = (name: string, arrival: Arrival = "same"): Promise<void> =>
    look(custodian, name, arrival);
  await custodian.reads(desk.t("releases.lead"));
  await see("releases, before anything is asked", "new");
  await rowan.asksWhoItIs(`${REASON} ${language}`);
  await rowan.reads(desk.t("identity.asked"));

  await custodian.visit.once(endpoints.releaseRequests.path, (route) => route.abort());
  await custodian.press(desk.t("releases.refresh"));
  await custodian.reads(desk.t("releases.failed", { reason: common.t("error.offline") }));
  await see("releases, not to be had");
  await custodian.press(desk.t("releases.refresh"));
  await custodian.reads(`${REASON} ${language}`);
  await see("releases, asked");
  const request = custodian.page.getByRole("listitem").filter({ hasText: `${REASON} ${language}` });
  await request.getByText(desk.t("releases.agree"), { exact: true }).click();
  await custodian.button(desk.t("releases.confirm-agree")).waitFor();
  await see("releases, about to agree");
  await custodian.press(common.t("page.back"));
  await request.getByText(desk.t("releases.refuse"), { exact: true }).click();
  await custodian.press(desk.t("releases.send-refusal"));
  await custodian.reads(desk.t("releases.why-missing"));
  await see("releases, no reason chosen");
  await custodian.choose(common.t("release.harm"));
  await custodian.press(desk.t("releases.send-refusal"));
  await custodian.reads(desk.t("releases.done"));
  await see("releases, answered");
}

/** Counted, as a table, and not to be had. Inès coordinates the south desk and reads at it. */
export async function walkBoard({ site, browser, language, look }: Walk): Promise<void> {
  const writing = { desk: "south", title: `On the board, ${language}`, text: "Seen." } as const;
  const { id } = await sendCase(site, writing);
  const hand = await deskHand(site, "samira");
  await hand.act(id, { kind: "open" });
  const waits = { type: "barrier", waitsOn: "COURT", text: "", language: "en" } as const;
  await hand.act(id, { kind: "casework", payload: waits });
  await hand.act(id, { kind: "casework", payload: { type: "stage", stage: "ASSESS" } });
  await sendCase(site, { ...writing, title: `On the board too, ${language}` });

  const ines = await Coordinator.arrives(browser, language);
  const { common, desk } = ines.texts;
  const see = (name: string, arrival: Arrival = "same"): Promise<void> => look(ines, name, arrival);
  ines.visit.expects(REQUEST_FAILED);
  await ines.signsIn(site, "ines");
  await ines.seesInbox();
  await ines.press(desk.t("place.board"));
  await ines.reaches(desk.t("board.title"));
  await ines.reads(desk.t("board.by-reader"));
  await ines.reads(desk.t("board.by-wait"));
  await see("board", "new");
  const ages = ines.page.locator("[data-part='server'] [data-chart='open-by-age']");
  await ages.getByRole("button").click();
  await ages.getByRole("button", { expanded: true }).waitFor();
  await see("board, a chart as a table");
  await ines.visit.once(endpoints.board.path, (route) => route.abort());
  await ines.press(desk.t("board.refresh"));
  await ines.reads(desk.t("board.failed", { reason: common.t("error.offline") }));
  await see("board, not to be had");
}
