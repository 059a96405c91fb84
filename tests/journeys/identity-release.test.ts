/**
 * Who a reporter is, from being left to being read: five people in five browsers. The reporter reads every step of it.
 */
import { describe, expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { Custodian } from "../support/custodian.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import type { Site } from "../support/site.ts";

const REPORT = {
  channel: "abuse_neglect_exploitation",
  desk: "north",
  urgent: false,
  title: "Left with a name",
  text: "I saw it happen, twice.",
} as const;
const WHO = {
  name: "Somebody Example",
  reach: "In the mornings, at the neighbour’s",
  contact: "Never by post",
} as const;
const REASON = "A court has asked who saw it.";
const OTHER_REASON = "We would like to know.";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

describe("somebody who says who they are", () => {
  it("is asked for, agreed to by two of three, read by whoever asked, and sees all of it", async () => {
    const name = (handle: "rowan" | "wren" | "kestrel") => site.member(handle).name;
    const reporter = await Reporter.arrives(browser, "en");
    const code = await reporter.reports({ ...REPORT, identity: WHO });
    const { t } = reporter.texts.report;

    const rowan = await Reviewer.isAt(site, browser, "rowan");
    // Custodians write in the audit log meanwhile: an entry that came too late is signed anew.
    rowan.visit.expects(REQUEST_FAILED);
    await rowan.opens(REPORT.title);
    const desk = rowan.texts.desk;
    expect(await rowan.identity.textContent()).not.toContain(WHO.name);
    await rowan.asksWhoItIs("");
    await rowan.reads(desk.t("identity.reason-missing"));
    await rowan.field(desk.t("identity.reason")).fill(REASON);
    await rowan.press(desk.t("identity.send"));
    await rowan.reads(desk.t("identity.asked"));

    const returning = await Reporter.arrives(browser, "en");
    await returning.comesBack(code.words.join(" "));
    await returning.reads(t("case.release-request", { name: name("rowan") }));
    await returning.reads(REASON);

    const wren = await Custodian.isAt(site, browser, "wren");
    await wren.reads(REASON);
    expect(await wren.page.locator("main").textContent()).not.toContain(REPORT.text);
    await wren.agrees(REASON);
    // Decided, and not yet written down by anybody: the reporter is told all the same.
    await returning.looksAgain();
    await returning.reads(t("case.release-approved", { name: name("wren") }));
    await returning.reads(t("case.waiting"));

    await rowan.looksAgain();
    await rowan.reads(desk.t("identity.recorded"));
    await rowan.reads(desk.t("identity.progress", { approved: 1, threshold: 2 }));
    const kestrel = await Custodian.isAt(site, browser, "kestrel", "fr");
    await kestrel.agrees(REASON);
    await rowan.looksAgain();
    await rowan.reads(desk.t("identity.progress", { approved: 2, threshold: 2 }));
    await rowan.press(desk.t("identity.open"));
    await rowan.reads(WHO.name);
    for (const word of Object.values(WHO)) await rowan.reads(word);

    await returning.looksAgain();
    await returning.reads(t("case.release-opened", { name: name("rowan") }));
    const lines = await returning.readsTimeline();
    expect(lines.filter((line) => line.includes(name("kestrel")))).toHaveLength(1);
    expect(lines.join("\n")).not.toContain(WHO.reach);

    // Whoever did not ask reads that it was opened, and not who it is.
    const samira = await Reviewer.isAt(site, browser, "samira");
    await samira.opens(REPORT.title);
    const shown = (await samira.identity.textContent()) ?? "";
    expect(shown).toContain(REASON);
    expect(shown).not.toContain(WHO.name);
    expect(await samira.button(desk.t("identity.again")).count()).toBe(0);
  });

  it("is not agreed to by two: the reason stands where the reporter and the reviewer read it", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const title = "Left and not opened";
    const code = await reporter.reports({ ...REPORT, title, identity: WHO });
    const rowan = await Reviewer.isAt(site, browser, "rowan");
    await rowan.opens(title);
    const { common, desk, report } = rowan.texts;
    await rowan.asksWhoItIs(OTHER_REASON);
    await rowan.reads(desk.t("identity.asked"));
    for (const handle of ["wren", "alder"] as const) {
      const custodian = await Custodian.isAt(site, browser, handle);
      await custodian.refuses(OTHER_REASON, "harm");
    }
    await rowan.looksAgain();
    await rowan.reads(desk.t("identity.no-more"));
    expect(await rowan.button(desk.t("identity.open")).count()).toBe(0);
    const returning = await Reporter.arrives(browser, "en");
    await returning.comesBack(code.words.join(" "));
    const name = site.member("alder").name;
    await returning.reads(report.t("case.release-refused", { name }));
    await returning.reads(common.t("release.harm"));
  });
});

describe("somebody who did not say who they are", () => {
  it("says it later, takes it back, and is asked for by nobody in between", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    const title = "Said later";
    const code = await reporter.reports({ ...REPORT, title });
    const returning = await Reporter.arrives(browser, "en");
    const { t } = returning.texts.report;
    await returning.comesBack(code.words.join(" "));
    await returning.reads(t("case.identity-none"));
    await returning.press(t("case.identity-tell"));
    await returning.reaches(t("identity.tell-title"));
    await returning.press(t("case.add-button"));
    await returning.reads(t("identity.empty"));
    await returning.saysWho(WHO);
    await returning.press(t("case.add-button"));
    await returning.reaches(t("case.title"));
    await returning.reads(t("case.you-left-identity"));

    const rowan = await Reviewer.isAt(site, browser, "rowan");
    await rowan.opens(title);
    const { desk } = rowan.texts;
    await rowan.button(desk.t("identity.ask")).waitFor();
    await returning.press(t("case.identity-take-back"));
    await returning.reads(t("case.you-withdrew-identity"));
    await rowan.looksAgain();
    await rowan.reads(desk.t("entry.identity-withdrawn"));
    expect(await rowan.button(desk.t("identity.ask")).count()).toBe(0);
    // What came with the two entries before is gone; what came with this one is as empty as any other.
    const rows = await site.server.database
      .prepare(
        "SELECT e.seq FROM identity_envelopes e JOIN cases c USING (case_id) WHERE c.conversation_seq = 3",
      )
      .all();
    expect(rows.results).toEqual([{ seq: 3 }]);
  });
});
