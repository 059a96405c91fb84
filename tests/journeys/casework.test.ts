/** Two reviewers work on one case, each at a browser of their own; the reporter sees none of it. */
import { expect, it } from "vitest";
import { readFileSync, writeFileSync } from "node:fs";
import { CaseExport } from "../../web/payload/case-export.ts";
import { atSite } from "../support/at-site.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { runVerify } from "../support/org-command.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import type { Site } from "../support/site.ts";

const TITLE = "The one with work to do";
const WORDS = "I want to stay with my aunt.";
const MUST_NOT_TRAVEL = "Which school she goes to";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

it("what one writes down the other works on, and a mistake in a form loses nothing", async () => {
  const { words } = await sendCase(site, { desk: "north", title: TITLE, text: "Words." });
  const rowan = await Reviewer.isAt(site, browser, "rowan", "en");
  await rowan.opens(TITLE);
  const { t } = rowan.texts.desk;

  await rowan.opensForm("triage");
  await rowan.choose(t("triage.ACCEPT"));
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.missing"));
  await rowan.work
    .getByRole("radio", { name: t("risk.HIGH"), exact: true })
    .first()
    .check();
  await rowan.work
    .getByRole("radio", { name: t("risk.LOW"), exact: true })
    .last()
    .check();
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));
  expect(await rowan.work.textContent()).toContain(t("triage.ACCEPT"));

  // A clock of the team's own: one form starts it, another has it stand still, a press ends it.
  await rowan.opensForm("clock");
  await rowan.work.getByLabel(t("work.clock.code")).selectOption({ value: "PAX" });
  await rowan.page.getByLabel(t("work.clock.from-day")).fill("2026-11-02");
  await rowan.page.getByLabel(t("work.clock.own-day")).fill("2026-12-02");
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.wrong"));
  await rowan.page.getByLabel(t("work.clock.own-day")).fill("");
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));
  const clock = t("work.clock-of", { name: t("clock.PAX"), day: rowan.texts.desk.day(20_759) });
  await rowan.opensForm("clock-pause");
  await rowan.field(t("work.clock.pause-reason")).fill("The partner asked for time.");
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));
  const shown = rowan.work.getByRole("listitem").filter({ hasText: clock });
  expect(await shown.getAttribute("data-clock")).toBe("paused");
  await rowan.press(t("work.clock-meet-of", { name: clock }));
  await rowan.reads(t("work.kept"));
  expect(await shown.getAttribute("data-clock")).toBe("met");
  // The risk that triage found runs a clock by itself.
  expect(await rowan.page.getByRole("list", { name: t("case.clocks") }).textContent()).toContain(
    t("clock.R_HIGH"),
  );

  await rowan.opensForm("task");
  await rowan.field(t("work.task.what")).fill("Ask the school");
  await rowan.page.getByLabel(t("work.task.by-day")).fill("2030-02-28");
  await rowan.work
    .getByRole("combobox", { name: t("work.task.member"), exact: true })
    .selectOption({ value: site.member("linnet").id });
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));

  const linnet = await Reviewer.isAt(site, browser, "linnet", "fr");
  await linnet.opens(TITLE);
  const french = linnet.texts.desk;
  const task = linnet.work.getByRole("listitem").filter({ hasText: "Ask the school" });
  expect(await task.textContent()).toContain(french.day(21_973));
  await linnet.press(french.t("work.task-done", { what: "Ask the school" }));
  await linnet.reads(french.t("work.kept"));
  await linnet.reads(french.t("work.voice-none"));
  await linnet.press(french.t("work.voice-write"));
  await linnet.field(french.t("work.voice.text")).fill(WORDS);
  await linnet.choose(french.t("voice.CHILD"));
  await linnet.choose(french.t("known.YES"));
  await linnet.press(french.t("work.save"));
  await linnet.reads(french.t("work.kept"));
  await saysThemFirst(linnet);

  // Written on the case as it stood before her words: neither is lost, and neither has to be written again.
  rowan.visit.expects(REQUEST_FAILED);
  await rowan.opensForm("label");
  await rowan.work.getByRole("textbox").fill("school");
  await rowan.press(t("work.save"));
  await rowan.reads(t("work.kept"));
  const work = (await rowan.work.textContent()) ?? "";
  for (const said of ["school", t("task.done"), t("risk.HIGH")]) expect(work).toContain(said);
  await saysThemFirst(rowan);

  // The row says it to everybody who reads the case, and a search finds it.
  await sendCase(site, { desk: "north", title: "Another one", text: "Words." });
  await linnet.goesBackToInbox();
  await linnet.looksForNewCases();
  expect(await linnet.row("Another one").count()).toBe(1);
  const row = (await linnet.row(TITLE).textContent()) ?? "";
  expect(row).toContain(french.t("work.row-risk", { risk: french.t("risk.HIGH") }));
  expect(row).toContain("school");
  const search = { name: french.t("inbox.search"), exact: true };
  await linnet.page.getByRole("searchbox", search).fill("SCHOOL");
  await linnet.row("Another one").waitFor({ state: "detached" });
  expect(await linnet.row(TITLE).count()).toBe(1);

  await linnet.opens(TITLE);
  await measured(linnet);
  await handedOver(linnet);
  await exported(linnet, rowan);

  const reporter = await Reporter.arrives(browser, "en");
  await reporter.comesBack(words.join(" "));
  const page = (await reporter.page.textContent("main")) ?? "";
  for (const hidden of [WORDS, "Ask the school", t("triage.ACCEPT")]) {
    expect(page).not.toContain(hidden);
  }
});

/** The child's own words stand after the report and before everything else, once, with how they are known. */
async function saysThemFirst(by: Reviewer): Promise<void> {
  const { t } = by.texts.desk;
  const words = by.page.getByRole("region", { name: t("work.voice"), exact: true });
  const said = (await words.textContent()) ?? "";
  for (const known of [WORDS, t("voice.CHILD"), t("work.voice.child-knows"), t("known.YES")]) {
    expect(said).toContain(known);
  }
  expect(await by.page.getByText(t("work.voice-none")).count()).toBe(0);
  const page = (await by.page.locator("[data-screen=case]").textContent()) ?? "";
  const at = page.indexOf(WORDS);
  expect(at).toBeGreaterThan(page.indexOf(t("case.report")));
  for (const later of [t("conversation.title"), t("notes.title"), t("work.title")]) {
    expect(page.indexOf(later)).toBeGreaterThan(at);
  }
  // Besides, only where the history opens it.
  const history = (await by.history.textContent()) ?? "";
  expect(page.split(WORDS).length - history.split(WORDS).length).toBe(1);
}

/** Nothing leaves before it stands in the notes; a file is what it says it is, and paper shows what was chosen. */
async function exported(taking: Reviewer, colleague: Reviewer): Promise<void> {
  const { t } = taking.texts.desk;
  await taking.press(t("export.open"));
  await taking.press(t("export.file"));
  await taking.reads(t("export.parts-missing"));
  await taking.ticks(t("export.part.voice"));
  await taking.press(t("export.file"));
  await taking.reads(t("export.recipient-missing"));
  await taking.field(t("export.recipient")).fill("The youth court");
  const saving = taking.page.waitForEvent("download");
  await taking.press(t("export.file"));
  const path = await (await saving).path();
  await taking.reads(t("export.done"));
  const text = readFileSync(path, "utf8");
  const copy = CaseExport.parse(JSON.parse(text));
  expect(Object.keys(copy.parts)).toEqual(["voice"]);
  expect(copy.parts.voice?.[0]?.fields).toMatchObject({ text: WORDS });
  expect(text).not.toContain(TITLE);
  const held = await runVerify(["export", path]);
  expect(held.code).toBe(0);
  const changed = `${path}.changed.json`;
  writeFileSync(changed, text.replace(WORDS, WORDS.replace("aunt", "uncle")));
  const refused = await runVerify(["export", changed]);
  expect(refused.code).toBe(1);
  expect(refused.out).toContain("voice");

  await taking.press(t("export.open"));
  await taking.ticks(t("export.part.voice"));
  await taking.ticks(t("export.names"));
  await taking.field(t("export.recipient")).fill("The guardian");
  await taking.press(t("export.print"));
  const paper = taking.page.getByRole("article");
  await paper.waitFor();
  await taking.page.emulateMedia({ media: "print" });
  expect(await taking.page.getByRole("heading", { level: 1 }).isVisible()).toBe(false);
  expect(await paper.isVisible()).toBe(true);
  const printed = (await paper.textContent()) ?? "";
  expect(printed).toContain(WORDS);
  // By an invented name each: nobody who works on the case is named on paper but whoever made it.
  expect(printed).toContain(t("export.member"));
  expect(printed).not.toContain(site.member("rowan").name);
  await taking.page.emulateMedia({ media: "screen" });
  await taking.press(t("export.back"));

  // What was done, without what would endanger somebody; the page of those who work on it shows that.
  expect(await taking.work.textContent()).toContain(MUST_NOT_TRAVEL);
  await taking.press(t("export.open"));
  await taking.ticks(t("export.part.work"));
  await taking.field(t("export.recipient")).fill("The guardian");
  await taking.press(t("export.print"));
  await paper.waitFor();
  const done = (await paper.textContent()) ?? "";
  expect(done).toContain("The other service");
  expect(done).not.toContain(MUST_NOT_TRAVEL);
  await taking.press(t("export.back"));

  // The history says who did what kind of thing, and quotes nothing.
  await taking.press(t("export.open"));
  await taking.ticks(t("export.part.history"));
  await taking.field(t("export.recipient")).fill("The guardian");
  await taking.press(t("export.print"));
  await paper.waitFor();
  const lines = (await paper.textContent()) ?? "";
  expect(lines).toContain(t("export.type.task-outcome"));
  for (const quoted of [WORDS, "Ask the school", "Words.", TITLE]) {
    expect(lines).not.toContain(quoted);
  }
  await taking.press(t("export.back"));

  await colleague.looksAgain();
  await colleague.history.getByText("The youth court").waitFor();
}

/** A measure ends: the form is filled in with what stands, and what is signed stands in its place. */
async function measured(by: Reviewer): Promise<void> {
  const { t, day } = by.texts.desk;
  await by.opensForm("measure");
  await by.choose(t("measure.SUPERVISION"));
  await by.field(t("work.measure.authority")).fill("The youth office");
  await by.picksCountry(t("work.measure.country"), "FR");
  await by.page.getByLabel(t("work.measure.start-day")).fill("2026-11-02");
  await by.press(t("work.save"));
  await by.reads(t("work.kept"));
  await by.press(t("work.measure-again-of", { kind: t("measure.SUPERVISION"), day: day(20_759) }));
  expect(await by.field(t("work.measure.authority")).inputValue()).toBe("The youth office");
  await by.page.getByLabel(t("work.measure.end-day")).fill("2030-02-28");
  await by.press(t("work.save"));
  const ended = by.work
    .getByRole("listitem")
    .filter({ hasText: t("work.measure-until", { day: day(21_973) }) });
  await ended.waitFor();
  expect(await by.work.getByRole("listitem").filter({ hasText: "The youth office" }).count()).toBe(
    1,
  );
}

/** It rests on a consent or says why not, and is answered once. */
async function handedOver(by: Reviewer): Promise<void> {
  const { t } = by.texts.desk;
  await by.opensForm("hand-over");
  await by.choose(t("hand-over.REFERRAL"));
  await by.field(t("work.hand-over.recipient")).fill("The other service");
  await by.picksCountry(t("work.hand-over.country"), "TN");
  await by.work.getByRole("textbox", { name: t("work.hand-over.withheld") }).fill(MUST_NOT_TRAVEL);
  await by.field(t("interests.label")).fill("Her aunt lives there.");
  await by.press(t("work.save"));
  await by.reads(t("work.missing"));
  await by.work.getByRole("textbox", { name: t("work.hand-over.without-consent") }).fill("Danger.");
  await by.press(t("work.save"));
  await by.reads(t("work.kept"));
  const offered = by.work.getByRole("listitem").filter({ hasText: "The other service" });
  const mark = (state: "accepted" | "declined") =>
    by.button(
      t("work.hand-over.mark", { state: t(`hand-over.${state}`), recipient: "The other service" }),
    );
  await mark("accepted").click();
  await mark("declined").waitFor({ state: "detached" });
  expect(await offered.getAttribute("data-hand-over")).toBe("accepted");
}
