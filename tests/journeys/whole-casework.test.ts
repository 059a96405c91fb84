/**
 * Two reports of the fixtures at once, in Arabic and in French, from receipt to deletion: two reporters, two reviewers, a
 * coordinator and an auditor, each in a browser of their own and in a language of their own, none waiting for another.
 */
import { expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { PAGE_LANGUAGES, type PageLanguage } from "../support/people.ts";
import { Reporter, type KeptCode } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { receivedOn } from "../support/shelves.ts";
import type { Site } from "../support/site.ts";
import { isDueNow, newShelf, PURGE } from "../routes/purging.ts";
import reports from "../support/reports.json" with { type: "json" };

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

const CHALLENGE = "لم يسأل أحد خالتي، وقد رأته.";
const ANSWER = "You are right. We have asked her now.";

function fixture(id: string) {
  const found = reports.find((report) => report.id === id);
  if (found === undefined) throw new Error(`fixtures: no report ${id}`);
  return found.text;
}

interface Told {
  readonly reporter: Reporter;
  readonly code: KeptCode;
}

async function tells(language: PageLanguage, text: string, title: string): Promise<Told> {
  const reporter = await Reporter.arrives(browser, language);
  const code = await reporter.reports({
    channel: "custody_abduction",
    desk: "north",
    urgent: false,
    title,
    text,
  });
  await reporter.confirms(code.words);
  const returning = await Reporter.arrives(browser, language);
  await returning.comesBack(code.words.join(" "));
  return { reporter: returning, code };
}

async function triaged(by: Reviewer): Promise<void> {
  const { t } = by.texts.desk;
  await by.opensForm("triage");
  await by.choose(t("triage.ACCEPT"));
  const risks = (name: "risk.HIGH" | "risk.LOW") =>
    by.work.getByRole("radio", { name: t(name), exact: true });
  await risks("risk.HIGH").first().check();
  await risks("risk.LOW").last().check();
  await by.press(t("work.save"));
  await by.reads(t("work.kept"));
}

/** On paper and on screen the same: what stands there, and nothing of the case. */
async function counts(who: Reviewer, hidden: readonly string[]): Promise<string> {
  const shown = (await who.page.getByRole("main").textContent()) ?? "";
  for (const words of hidden) expect(shown).not.toContain(words);
  return shown;
}

it("two reports come, are worked on, closed, challenged, opened again, closed and deleted", async () => {
  const [arabic, french] = [fixture("S07"), fixture("S12")];
  const [one, other] = await Promise.all([
    tells("ar", arabic, "ابن أختي"),
    tells("fr", french, "Deux sœurs"),
  ]);
  const secret = [arabic, french, "ابن أختي", "Deux sœurs", CHALLENGE];

  const [rowan, linnet] = await Promise.all([
    Reviewer.isAt(site, browser, "rowan", "en"),
    Reviewer.isAt(site, browser, "linnet", "fr"),
  ]);
  // They write into one audit log, each as its next entry: one of them has to sign again.
  rowan.visit.expects(REQUEST_FAILED);
  linnet.visit.expects(REQUEST_FAILED);
  const desk = rowan.texts.desk;
  const bureau = linnet.texts.desk;
  await Promise.all([rowan.opens("ابن أختي"), linnet.opens("Deux sœurs")]);
  expect(await rowan.readsReport()).toContain(arabic);
  expect(await linnet.readsReport()).toContain(french);
  await Promise.all([triaged(rowan), triaged(linnet)]);
  await Promise.all([rowan.acknowledges(), linnet.acknowledges()]);
  await linnet.replies("Où étaient-elles dimanche ?");

  const ines = await Reviewer.arrives(browser, "ar");
  ines.visit.expects(REQUEST_FAILED);
  await ines.signsIn(site, "ines");
  await ines.press(ines.texts.desk.t("place.board"));
  await ines.reaches(ines.texts.desk.t("board.title"));
  await ines.reads(ines.texts.desk.t("board.by-age"));
  await counts(ines, secret);

  // The first decision is challenged, answered by whoever did not take it, and the case opened again.
  await rowan.closes("NOT_CONFIRMED", "We found nothing.");
  await one.reporter.looksAgain();
  await one.reporter.challenges(CHALLENGE);
  await linnet.goesBackToInbox();
  await linnet.looksForNewCases();
  await linnet.opens("ابن أختي");
  await linnet.choose(bureau.t("challenged.UPHELD"));
  await linnet.field(bureau.t("challenged.words")).fill(ANSWER);
  await linnet.choose(bureau.t("reopen.ADDRESS"));
  await linnet.press(bureau.t("challenged.sign"));
  await linnet.reads(bureau.t("challenged.done"));
  await one.reporter.looksAgain();
  expect((await one.reporter.readsTimeline()).join("\n")).toContain(ANSWER);
  await other.reporter.looksAgain();
  const conversation = (await other.reporter.readsTimeline()).join("\n");
  expect(conversation).toContain("Où étaient-elles dimanche ?");
  for (const words of [ANSWER, CHALLENGE]) expect(conversation).not.toContain(words);

  await linnet.closes("SAFE_CONFIRMED", "Nous avons demandé. Il est en sécurité.");
  await rowan.goesBackToInbox();
  await rowan.looksForNewCases();
  await rowan.opens("Deux sœurs");
  await rowan.closes("HANDED_ACCEPTED", "");
  expect(await rowan.history.textContent()).toContain(desk.t("history.internal"));

  // A year later nothing is left but that it was there.
  const { results } = await site.server.database
    .prepare("SELECT case_id AS id FROM cases")
    .all<{ id: string }>();
  expect(results).toHaveLength(2);
  const received = newShelf();
  for (const { id } of results) {
    await receivedOn(site.server, id, received);
    await isDueNow(site.server, id);
  }
  expect((await site.server.runCron(PURGE, new Date())).outcome).toBe("ok");
  expect(await site.caseCount()).toBe(0);
  for (const [{ code }, language] of [
    [one, "ar"],
    [other, "fr"],
  ] as const) {
    const gone = await Reporter.arrives(browser, language);
    gone.visit.expects(REQUEST_FAILED);
    await gone.entersCode(code.words.join(" "));
    await gone.reads(gone.texts.report.t("enter.wrong"));
  }
  await rowan.goesBackToInbox();
  await rowan.looksForNewCases();
  await rowan.row("Deux sœurs").waitFor({ state: "detached" });

  const theo = await Reviewer.arrives(browser, "fr");
  theo.visit.expects(REQUEST_FAILED);
  await theo.signsIn(site, "theo");
  await theo.reaches(theo.texts.desk.t("audit.title"));
  await theo.reads(theo.texts.desk.t("audit.whole-title"));
  const log = await counts(theo, secret);
  for (const { id } of results) expect(log).toContain(id);
  expect(PAGE_LANGUAGES).toEqual(["en", "fr", "ar"]);
}, 300_000);
