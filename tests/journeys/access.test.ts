/** Who may read, changed by people at their own pages: let in, spoken for, taken out, stepping out, leaving. */
import { describe, expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import type { MemberHandle, Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

function nameOf(handle: MemberHandle): string {
  return site.member(handle).name;
}

function idsOf(...handles: readonly MemberHandle[]): string[] {
  return handles.map((handle) => site.member(handle).id);
}

/** Lets somebody in by the form of the case page, as far as one person's signature goes. */
async function letsIn(
  reviewer: Reviewer,
  handle: MemberHandle,
  reason: string,
  press: "access.grant-name" | "access.override-name" = "access.grant-name",
): Promise<void> {
  const { t } = reviewer.texts.desk;
  const name = nameOf(handle);
  await reviewer.press(t("access.let-in"));
  await reviewer.choose(name);
  await reviewer.field(t("access.reason")).fill(reason);
  await reviewer.press(t(press, { name }));
  await reviewer.reads(t(press === "access.grant-name" ? "access.granted" : "access.overridden"));
}

async function timelineOf(words: readonly string[]): Promise<readonly string[]> {
  const reporter = await Reporter.arrives(browser, "en");
  await reporter.comesBack(words.join(" "));
  return await reporter.readsTimeline();
}

async function inboxIsEmptyOf(reviewer: Reviewer, title: string): Promise<void> {
  await reviewer.seesInbox();
  expect(await reviewer.row(title).count()).toBe(0);
}

describe("somebody whom the reporter took out", () => {
  it("never hears of the case, until two readers have signed, and the reporter reads both reasons", async () => {
    const title = "Not for one of you";
    const kept = await sendCase(site, {
      desk: "north",
      title,
      text: "She knows the family.",
      change: { excluded: idsOf("linnet") },
    });
    const rowan = await Reviewer.isAt(site, browser, "rowan");
    await rowan.opens(title);
    await letsIn(rowan, "ines", "She speaks their language.");
    await letsIn(rowan, "linnet", "Nobody else knows the village.", "access.override-name");
    const linnet = await Reviewer.isAt(site, browser, "linnet");
    await inboxIsEmptyOf(linnet, title);

    const ines = await Reviewer.isAt(site, browser, "ines");
    await ines.opens(title);
    await letsIn(ines, "linnet", "I agree with Rowan.");
    await linnet.looksForNewCases();
    await linnet.opens(title);
    expect(await linnet.readsReport()).toBe("She knows the family.");
    await linnet.replies("I will go there.");

    const timeline = await timelineOf(kept.words);
    const { t } = (await Reporter.arrives(browser, "en")).texts.report;
    const [, forInes = "", against = "", forLinnet = ""] = timeline;
    expect(forInes).toContain(t("case.granted", { member: nameOf("ines") }));
    expect(forInes).toContain("She speaks their language.");
    expect(against).toContain(
      t("case.override", { name: nameOf("rowan"), member: nameOf("linnet") }),
    );
    expect(against).toContain("Nobody else knows the village.");
    expect(forLinnet).toContain(t("case.granted", { member: nameOf("linnet") }));
    expect(forLinnet).toContain(t("case.granted-excluded"));
    expect(forLinnet).toContain("I agree with Rowan.");
    expect(timeline.at(-1)).toContain("I will go there.");
  });
});

describe("somebody who is taken out", () => {
  it("loses the case, while the others and the reporter go on under new keys", async () => {
    const title = "One reader fewer";
    const kept = await sendCase(site, { desk: "north", title, text: "It began in May." });
    const rowan = await Reviewer.isAt(site, browser, "rowan");
    await rowan.opens(title);
    const { t } = rowan.texts.desk;
    const name = nameOf("samira");
    await rowan.press(t("access.take-out-name", { name }));
    await rowan.field(t("access.reason")).fill("She knows the uncle.");
    await rowan.press(t("access.take-out-now", { name }));
    await rowan.reads(t("access.removed"));
    await rowan.takesNote("Only two of us now.");
    await rowan.replies("We go on.");

    const samira = await Reviewer.isAt(site, browser, "samira");
    await inboxIsEmptyOf(samira, title);
    const linnet = await Reviewer.isAt(site, browser, "linnet");
    await linnet.opens(title);
    expect(await linnet.notes.textContent()).toContain("Only two of us now.");

    const reporter = await Reporter.arrives(browser, "en");
    await reporter.comesBack(kept.words.join(" "));
    const timeline = (await reporter.readsTimeline()).join("\n");
    expect(timeline).toContain(reporter.texts.report.t("case.removed", { member: name }));
    expect(timeline).toContain("She knows the uncle.");
    expect(timeline).toContain("We go on.");
    await reporter.adds("It is worse now.");
    await linnet.press(t("case.refresh"));
    await linnet.page.getByText("It is worse now.").waitFor();
  });
});

describe("somebody who steps out", () => {
  it("is back in an inbox without the case, and the next word makes new keys first", async () => {
    const title = "Too close to me";
    const kept = await sendCase(site, { desk: "north", title, text: "He is my neighbour." });
    const linnet = await Reviewer.isAt(site, browser, "linnet");
    const { t } = linnet.texts.desk;
    await linnet.opens(title);
    await linnet.press(t("access.step-out"));
    await linnet.press(t("access.step-out-now"));
    await inboxIsEmptyOf(linnet, title);

    const rowan = await Reviewer.isAt(site, browser, "rowan");
    await rowan.opens(title);
    await rowan.replies("We have read it.");
    const timeline = (await timelineOf(kept.words)).join("\n");
    const report = (await Reporter.arrives(browser, "en")).texts.report;
    expect(timeline).toContain(report.t("case.recused", { name: nameOf("linnet") }));
    expect(timeline).toContain(report.t("case.rekeyed", { name: nameOf("rowan") }));
    expect(timeline).toContain("We have read it.");
  });
});

describe("taking out everybody at a desk", () => {
  it("offers the other desk by name, where whoever was taken out stays out", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const { t } = reporter.texts.report;
    await reporter.startWriting();
    await reporter.answerChannel("unsure");
    await reporter.answerDesk("south");
    await reporter.answerUrgent(false);
    await reporter.answerText("They all know him there.", "All of them");
    await reporter.answerIdentity();
    await reporter.reaches(t("readers.title"));
    for (const handle of ["samira", "ines"] as const) {
      await reporter.press(t("readers.take-out-name", { name: nameOf(handle) }));
    }
    await reporter.reads(t("readers.nobody-title"));
    expect(await site.caseCount()).toBe(3);
    await reporter.press(t("readers.use-desk", { desk: reporter.deskName("north") }));
    await reporter.reads(t("readers.lead", { desk: reporter.deskName("north") }));
    await reporter.goOn();
    await reporter.sends();
    await reporter.readsCode();

    const rowan = await Reviewer.isAt(site, browser, "rowan");
    await rowan.opens("All of them");
    const samira = await Reviewer.isAt(site, browser, "samira");
    await inboxIsEmptyOf(samira, "All of them");
  });
});

describe("leaving", () => {
  it("hands over what only one can read, and ends only then", async () => {
    const alone = { excluded: idsOf("samira", "linnet") };
    for (const title of ["Mine alone", "Mine alone too"]) {
      await sendCase(site, { desk: "north", title, text: `${title}.`, change: alone });
    }
    const rowan = await Reviewer.isAt(site, browser, "rowan");
    const { t } = rowan.texts.desk;
    await rowan.press(t("place.leaving"));
    await rowan.reads(t("leaving.only-you", { count: 2 }));
    await rowan.reads(t("leaving.not-yet"));
    expect(await rowan.button(t("leaving.leave")).count()).toBe(0);
    const who = rowan.page.getByRole("combobox", { name: t("leaving.who"), exact: true });
    // To somebody the reporters took out, neither goes.
    await who.selectOption({ value: site.member("samira").id });
    await rowan.field(t("access.reason")).fill("I am leaving.");
    await rowan.press(t("leaving.give-count", { count: 2 }));
    await rowan.reads(t("leaving.excluded", { title: "Mine alone" }));
    await rowan.reads(t("leaving.only-you", { count: 2 }));
    await who.selectOption({ value: site.member("ines").id });
    await rowan.press(t("leaving.give-count", { count: 2 }));
    await rowan.reads(t("leaving.progress", { done: 2, count: 2 }));
    await rowan.press(t("leaving.leave"));
    // The session has ended by then; so has the way back in.
    rowan.visit.expects(/401/);
    await rowan.press(t("leaving.confirm-now"));
    await rowan.reads(t("sign-in.left"));
    await rowan.triesToSignIn("rowan", site.member("rowan").passphrase);
    await rowan.reads(t("sign-in.credentials"));

    const ines = await Reviewer.isAt(site, browser, "ines");
    await ines.opens("Mine alone");
    expect(await ines.readsReport()).toBe("Mine alone.");
    await ines.replies("I have taken over from Rowan.");
  });
});
