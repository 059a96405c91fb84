/** A reader's key runs out while they are away: intake is shut, and they open it again by signing in. */
import { describe, expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { expirePacket } from "../support/expired-packet.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import type { Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite(async (opened) => {
  ({ site, browser } = opened);
  await sendCase(site, { desk: "north", title: "From before", text: "It was sent in time." });
  for (const handle of ["rowan", "samira"] as const) await expirePacket(site, handle);
});

describe("two readers' keys have run out", () => {
  it("nobody can send, and a colleague whose key is good is not let in (control)", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    await reporter.startWriting();
    await reporter.answerChannel("unsure");
    await reporter.reads(reporter.texts.common.t("error.roster-expired"));
    const linnet = await Reviewer.arrives(browser, "en");
    await linnet.signsIn(site, "linnet");
    await linnet.reads(linnet.texts.desk.t("sign-in.roster-title"));
  });

  it("the first renews theirs and is told to wait; the second's lets both go on, and reports come in", async () => {
    const rowan = await Reviewer.arrives(browser, "en");
    const { t } = rowan.texts.desk;
    await rowan.signsIn(site, "rowan");
    await rowan.reaches(t("own-key.title"));
    // Nothing else can be reached.
    expect(await rowan.button(t("place.inbox")).count()).toBe(0);
    expect(await rowan.button(t("place.account")).count()).toBe(0);
    await rowan.press(t("own-key.renew"));
    await rowan.reaches(t("own-key.waiting-title"));
    expect(rowan.visit.asked()).not.toContain("POST /api/inbox");

    const samira = await Reviewer.arrives(browser, "ar");
    await samira.signsIn(site, "samira");
    await samira.reaches(samira.texts.desk.t("own-key.title"));
    await samira.press(samira.texts.desk.t("own-key.renew"));
    await samira.seesInbox();

    await rowan.press(t("own-key.look"));
    await rowan.seesInbox();
    await rowan.opens("From before");
    expect(await rowan.readsReport()).toBe("It was sent in time.");

    const reporter = await Reporter.arrives(browser, "en");
    const writing = { channel: "unsure", desk: "north", urgent: false } as const;
    await reporter.reports({ ...writing, title: "Open again", text: "Sealed to the new keys." });
    await rowan.goesBackToInbox();
    await rowan.looksForNewCases();
    await rowan.opens("Open again");
  });
});
