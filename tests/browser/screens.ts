/**
 * A walk past every screen of both pages, in one language: what a test looks at, it looks at everywhere.
 * A screen missing here is a screen nobody checks, so a new one gets its line here.
 */
import { opensAccount } from "../support/account.ts";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { nextCode } from "../support/authenticator.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import type { PageLanguage, Person } from "../support/people.ts";
import { Reporter, type WrittenReport } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { DESKS, type Site } from "../support/site.ts";

/** `new`: a screen that has just appeared; `same`: something changed on the one that was there. */
export type Arrival = "new" | "same";
export type Look = (person: Person, name: string, arrival: Arrival) => Promise<void>;

export interface Walk {
  readonly site: Site;
  readonly browser: TestBrowser;
  readonly language: PageLanguage;
  readonly look: Look;
}

const WALKED = {
  channel: "custody_abduction",
  desk: "north",
  urgent: true,
  text: "First line.\n\nSecond line, “quoted”, & a number: 116 000.\nhttps://example.com/a-very-long-address-that-does-not-break-anywhere-by-itself-and-goes-on-and-on",
} as const satisfies WrittenReport;

/** Tells the walks of one run apart, in two directions at once. */
function titleOf({ language }: Walk): string {
  return `Walk · مشي · ${language}`;
}

/** From the first page to the thanks at the end. Answers the code in numbers. */
export async function walkReport(walk: Walk): Promise<string> {
  const { site, browser, language, look } = walk;
  const reporter = await Reporter.arrives(browser, language);
  reporter.visit.expects(REQUEST_FAILED);
  const { common, report } = reporter.texts;
  const { page } = reporter;
  const see = (name: string, arrival: Arrival = "new"): Promise<void> =>
    look(reporter, name, arrival);
  await see("start", "same");
  await page
    .getByRole("combobox", { name: report.t("danger.country"), exact: true })
    .selectOption({ label: report.country("FR") });
  await see("start, a country chosen", "same");
  await reporter.startWriting();
  await see("channel");
  await reporter.answerChannel(WALKED.channel);
  await page.getByRole("radio", { name: reporter.deskName("north"), exact: true }).waitFor();
  await see("desk");
  await reporter.goOn();
  await reporter.reads(report.t("desk.missing"));
  await see("desk, nothing chosen", "same");
  await reporter.answerDesk(WALKED.desk);
  await reporter.reaches(report.t("urgent.title"));
  await see("urgent");
  await reporter.choose(report.t("urgent.yes"));
  await see("urgent, chosen", "same");
  await reporter.goOn();
  await reporter.reaches(report.t("text.title"));
  await see("text");
  await reporter.goOn();
  await reporter.reads(report.t("text.missing"));
  await see("text, nothing written", "same");
  await reporter.answerText(WALKED.text, titleOf(walk));
  await reporter.reaches(report.t("identity.title"));
  await see("identity");
  await reporter.choose(report.t("identity.yes"));
  await see("identity, said", "same");
  await reporter.choose(report.t("identity.no"));
  await reporter.goOn();
  await reporter.reaches(report.t("readers.title"));
  await see("readers");
  for (const handle of DESKS[WALKED.desk].reviewers) {
    const name = site.member(handle).name;
    await reporter.press(report.t("readers.take-out-name", { name }));
  }
  await reporter.reads(report.t("readers.nobody-title"));
  await see("readers, nobody left", "same");
  const name = site.member("rowan").name;
  await reporter.press(report.t("readers.put-back-name", { name }));
  await reporter.goOn();
  await reporter.reaches(report.t("review.title"));
  await see("review");
  await reporter.visit.once(endpoints.submitReport.path, (route) => route.abort());
  await reporter.sends();
  await reporter.reads(report.t("sending.failed-title"));
  await see("sending, failed", "new");
  await reporter.press(common.t("page.try-again"));
  const code = await reporter.readsCode();
  await see("code");
  await reporter.press(report.t("code.next"));
  await reporter.reaches(report.t("check.title"));
  await see("code-check");
  await reporter.press(report.t("check.button"));
  await reporter.button(report.t("check.skip")).waitFor();
  await see("code-check, wrong", "same");
  await reporter.press(report.t("check.show"));
  await reporter.confirms(code.words);
  await see("done");
  await page.getByText(report.t("danger.title"), { exact: true }).click();
  await see("done, help unfolded", "same");
  return code.numbers.join(" ");
}

/** Coming back with the code, and everything that may be met there. */
export async function walkReturn({ browser, language, look }: Walk, code: string): Promise<void> {
  const reporter = await Reporter.arrives(browser, language);
  reporter.visit.expects(REQUEST_FAILED);
  const { common, report } = reporter.texts;
  const see = (name: string, arrival: Arrival = "new"): Promise<void> =>
    look(reporter, name, arrival);
  await reporter.press(report.t("start.code"));
  await reporter.reaches(report.t("enter.title"));
  await see("enter-code");
  await reporter.codeField.fill("abandon abandin");
  await reporter.press(report.t("enter.button"));
  await reporter.reads(report.t("enter.suggest"));
  await see("enter-code, a word nobody knows", "same");
  await reporter.visit.once(endpoints.reporterRead.path, async (route) => {
    const answer: unknown = await (await reporter.visit.answerTo(route)).json();
    const page = endpoints.reporterRead.output.parse(answer);
    await route.fulfill({ json: { ...page, entries: page.entries.slice(1) } });
  });
  await reporter.codeField.fill(code);
  await reporter.press(report.t("enter.button"));
  await reporter.reaches(report.t("broken.title"));
  await see("broken");
  await reporter.press(common.t("page.try-again"));
  await reporter.reaches(report.t("case.title"));
  await see("case");
  await reporter.press(report.t("case.add-button"));
  await reporter.reads(report.t("case.add-missing"));
  await see("case, nothing to add", "same");
  await reporter.adds(WALKED.text);
  await see("case, added", "same");
  await reporter.press(reporter.texts.returning.t("withdraw.open"));
  await reporter.reaches(reporter.texts.returning.t("withdraw.title"));
  await see("withdraw");
  await reporter.press(reporter.texts.returning.t("withdraw.confirm"));
  await reporter.reaches(reporter.texts.returning.t("withdraw.done-title"));
  await see("withdrawn");
}

/** A list of readers that does not verify: nothing can be sent. */
export async function walkRefusal({ browser, language, look }: Walk): Promise<void> {
  const reporter = await Reporter.arrives(browser, language);
  await reporter.page.route(`**${endpoints.roster.path}`, async (route) => {
    const answer: unknown = await (await reporter.visit.answerTo(route)).json();
    const published = endpoints.roster.output.parse(answer);
    await route.fulfill({ json: { ...published, roster: published.delegation } });
  });
  await reporter.startWriting();
  await reporter.answerChannel("unsure");
  await reporter.reads(reporter.texts.report.t("refusal.nothing-sent"));
  await look(reporter, "refusal", "new");
}

/** Signing in, to the inbox. */
export async function walkSignIn({ site, browser, language, look }: Walk): Promise<Reviewer> {
  const reviewer = await Reviewer.arrives(browser, language);
  reviewer.visit.expects(REQUEST_FAILED);
  const { t } = reviewer.texts.desk;
  const see = (name: string, arrival: Arrival = "new"): Promise<void> =>
    look(reviewer, name, arrival);
  await see("sign-in", "same");
  await reviewer.press(t("sign-in.submit"));
  await reviewer.reads(t("sign-in.handle-missing"));
  await see("sign-in, nothing typed", "same");
  await reviewer.triesToSignIn("rowan", "not the passphrase");
  await reviewer.reads(t("sign-in.credentials"));
  await see("sign-in, refused", "same");
  await reviewer.triesToSignIn("rowan", site.member("rowan").passphrase);
  await reviewer.seesInbox();
  await see("inbox");
  return reviewer;
}

/** The second proof, and what one's own account says of proofs and sessions. */
export async function walkAccount({ site, browser, language, look }: Walk): Promise<void> {
  const ines = await Reviewer.arrives(browser, language);
  const { t } = ines.texts.desk;
  const see = (name: string, arrival: Arrival = "new"): Promise<void> => look(ines, name, arrival);
  await ines.triesToSignIn("ines", site.member("ines").passphrase);
  await ines.reaches(t("second-factor.title"));
  await see("second factor", "same");
  await ines.showsCode("1");
  await ines.reads(t("second-factor.code-shape"));
  await see("second factor, no code", "same");
  await ines.showsCode(await nextCode(site.member("ines").authenticator ?? ""));
  await ines.seesInbox();
  await ines.opensAccount();
  await see("account");
  await ines.press(t("factors.replace-authenticator"));
  await see("account, an authenticator", "same");
  await ines.press(t("authenticator.close"));
  await ines.press(t("notify.add-webhook"));
  await ines.field(t("notify.url")).fill("http://10.0.0.1/");
  await ines.press(t("notify.submit"));
  await ines.reads(t("notify.url-shape"));
  await see("account, a place that is none", "same");
  await ines.field(t("notify.url")).fill("https://hooks.example/tern");
  await ines.press(t("notify.submit"));
  await ines.reads(t("notify.added"));
  await see("account, where messages go", "same");
  await ines.press(
    t("notify.remove-which", { place: t("notify.by-webhook", { name: "hooks.example" }) }),
  );
  await ines.reads(t("notify.removed"));
  await ines.page.clock.install();
  await ines.signsOut();
  await ines.triesToSignIn("ines", site.member("ines").passphrase);
  await ines.showsCode(await nextCode(site.member("ines").authenticator ?? ""));
  await ines.seesInbox();
  await ines.page.clock.runFor("09:05");
  await ines.reads(t("idle.title"));
  await see("about to lock", "same");
  await ines.page.clock.runFor("01:00");
  await ines.reaches(t("locked.title"));
  await see("locked");
}

/** All that can be filled in beside a reply, each on the same page; two of them with what is missing said. */
async function opensEveryForm(reviewer: Reviewer): Promise<void> {
  const { t } = reviewer.texts.desk;
  await reviewer.page.locator("#notice-template").selectOption({ value: "NEED_MORE" });
  await reviewer.reads(t("notice.preview"));
  await reviewer.press(t("extend.open"));
  await reviewer.opensForm("clock");
  await reviewer.press(t("keeping.hold"));
  await reviewer.press(t("keeping.save"));
  await reviewer.reads(t("keeping.reason-missing"));
  await reviewer.press(t("access.let-in"));
  await reviewer.press(t("export.open"));
  await reviewer.press(t("export.file"));
  await reviewer.reads(t("export.parts-missing"));
}

/** A case from its first opening to its end, and signing out. Needs walkReport before it. */
export async function walkCase(walk: Walk, reviewer: Reviewer): Promise<void> {
  const { look } = walk;
  const { desk } = reviewer.texts;
  const see = (name: string, arrival: Arrival = "new"): Promise<void> =>
    look(reviewer, name, arrival);
  await reviewer.press(desk.t("frame.keys"));
  await reviewer.page.getByRole("heading", { name: desk.t("keys.title"), exact: true }).waitFor();
  await see("keys", "same");
  await reviewer.press(desk.t("keys.close"));
  const picked = desk.t("bulk.select", { title: titleOf(walk) });
  await reviewer.page.getByRole("checkbox", { name: picked, exact: true }).check();
  await reviewer.page.getByText(desk.t("inbox.choices"), { exact: true }).click();
  await see("inbox, a case selected and the filters open", "same");
  await reviewer.press(desk.t("bulk.none"));
  await reviewer.opens(titleOf(walk));
  await see("case");
  await reviewer.acknowledges();
  await see("case, acknowledged", "same");
  await reviewer.writesReply("A reply.\n\nWith two lines.");
  await opensEveryForm(reviewer);
  await see("case, writing a reply, and with every form open", "same");
  await reviewer.page.locator("#notice-template").selectOption({ value: "OWN" });
  await reviewer.press(desk.t("reply.send"));
  await reviewer.reads(desk.t("reply.sent"));
  await reviewer.writesNote("A note.");
  await see("case, writing a note", "same");
  await reviewer.press(desk.t("note.send"));
  await reviewer.reads(desk.t("note.sent"));
  await see("case, answered and noted", "same");
  await reviewer.press(desk.t("export.cancel"));
  await reviewer.press(desk.t("summary.open"));
  await see("case, about to be told in short", "same");
  await reviewer.field(desk.t("summary.recipient")).fill("The youth court");
  await reviewer.press(desk.t("export.print"));
  await reviewer.page.getByRole("article").waitFor();
  await see("case, told in short", "same");
  await reviewer.press(desk.t("export.back"));
  await reviewer.preparesClosing("NO_MORE_INFO", "Nothing more could be found.");
  await see("case, about to be closed", "same");
  await reviewer.press(desk.t("close.confirm"));
  await reviewer.reads(desk.t("close.done"));
  await see("case, closed", "same");
  await reviewer.goesBackToInbox();
  await see("inbox, a case put away", "same");
  await reviewer.signsOut();
  await see("signed out");
}

/** The same case in the hands of a server that leaves its first entry out. */
export async function walkBrokenCase(walk: Walk, reviewer: Reviewer): Promise<void> {
  const { t } = reviewer.texts.desk;
  await reviewer.visit.once(endpoints.readCase.path, async (route) => {
    const answer: unknown = await (await reviewer.visit.answerTo(route)).json();
    const page = endpoints.readCase.output.parse(answer);
    await route.fulfill({ json: { ...page, entries: page.entries.slice(1) } });
  });
  await reviewer.press(titleOf(walk));
  await reviewer.reads(t("case.broken-title"));
  await walk.look(reviewer, "case, broken", "new");
  await reviewer.goesBackToInbox();
}

/** How one comes in: another passphrase, a key on paper, and the way back without the passphrase. */
export async function walkWaysIn({ site, browser, language, look }: Walk): Promise<void> {
  const member = await Reviewer.isAt(site, browser, "linnet", language);
  const { t } = member.texts.desk;
  const see = (name: string, arrival: Arrival = "new"): Promise<void> =>
    look(member, name, arrival);
  await opensAccount(member);
  await see("account");
  await member.press(t("passphrase.change"));
  await member.page.getByTestId("passphrase").filter({ hasText: / / }).waitFor();
  await see("account, a passphrase made", "same");
  await member.press(t("passphrase.choose-own"));
  await member.field(t("passphrase.own")).fill("linnet");
  await member.press(t("passphrase.submit"));
  await member.reads(t("passphrase.guessable", { worth: 0, wanted: 6 }));
  await see("account, a weak passphrase", "same");
  await member.press(t("recovery-key.make"));
  await member.reaches(t("recovery-key.title"));
  const words = member.page.getByTestId("recovery-words").getByRole("listitem");
  await words.nth(11).waitFor();
  await see("recovery key");
  const kept = await words.allTextContents();
  await member.press(t("recovery-key.kept"));
  await member.reaches(t("recovery-key.check-title"));
  await member.press(t("recovery-key.check"));
  await member.reads(t("recovery-key.word-wrong", { position: 3 }));
  await see("recovery key, two words wrong", "same");
  for (const position of [3, 8]) {
    await member.field(t("recovery-key.word", { position })).fill(kept[position - 1] ?? "");
  }
  await member.press(t("recovery-key.check"));
  await member.reads(t("recovery-key.done"));
  await see("account, a recovery key made");
  await member.signsOut();
  await member.press(t("sign-in.lost"));
  await member.reaches(t("recover.title"));
  await see("recover");
  await member.field(t("sign-in.handle")).fill("linnet");
  await member.field(t("recover.key")).fill(`zzz ${kept.slice(1).join(" ")}`);
  await member.press(t("recover.submit"));
  await member.reads(t("recover.unknown-word", { position: 1, word: "zzz" }));
  await see("recover, a word unknown", "same");
  await member.field(t("recover.key")).fill(kept.join(" "));
  await member.press(t("recover.submit"));
  await member.reaches(t("recover.passphrase-title"));
  await see("recover, let in");
}
