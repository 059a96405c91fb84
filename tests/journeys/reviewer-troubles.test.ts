/** What goes wrong at the desk: a wrong passphrase, somebody else who is quicker, a reply that fails. */
import { describe, expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { atSite } from "../support/at-site.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { Reporter, type WrittenReport } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import type { Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

const REPORT: WrittenReport = {
  channel: "trafficking",
  desk: "north",
  urgent: false,
  title: "At the coach station",
  text: "Two men, one girl.\n\nShe has no shoes. “Help,” she said & looked away. <3 🙏",
};

describe("a reviewer", () => {
  it("with a wrong passphrase, or a name nobody has, is told the same and loses neither", async () => {
    const reviewer = await Reviewer.arrives(browser, "en");
    reviewer.visit.expects(REQUEST_FAILED);
    const { t } = reviewer.texts.desk;
    for (const handle of ["rowan", "nobody.here"]) {
      await reviewer.triesToSignIn(handle, "seven words that are not the passphrase");
      await reviewer.reads(t("sign-in.credentials"));
      expect(await reviewer.field(t("sign-in.handle")).inputValue()).toBe(handle);
    }
    await reviewer.triesToSignIn("rowan", site.member("rowan").passphrase);
    await reviewer.seesInbox();
  });

  it("who writes while the reporter does keeps the reply, and it stands after the addition", async () => {
    const title = "Both at once";
    const reporter = await Reporter.arrives(browser, "en");
    const { words } = await reporter.reports({ ...REPORT, title });
    const reviewer = await Reviewer.isAt(site, browser, "linnet");
    reviewer.visit.expects(REQUEST_FAILED);
    await reviewer.opens(title);
    await reviewer.writesReply("Are you safe now?");
    const returning = await Reporter.arrives(browser, "en");
    await returning.comesBack(words.join(" "));
    await returning.adds("He is back.");
    await reviewer.press(reviewer.texts.desk.t("reply.send"));
    await reviewer.reads(reviewer.texts.desk.t("reply.sent"));
    await returning.looksAgain();
    const timeline = await returning.readsTimeline();
    expect(timeline[1]).toContain("He is back.");
    expect(timeline.at(-1)).toContain("Are you safe now?");
    expect(timeline.filter((entry) => entry.includes("Are you safe now?"))).toHaveLength(1);
    const asked = reviewer.visit.asked().filter((request) => request.endsWith("/case/append"));
    // Opening the notes, the reply that was refused, the reply that was not.
    expect(asked).toHaveLength(3);
  });

  it("whose reply fails keeps its words, also on the way to the inbox and back", async () => {
    const title = "A reply that fails";
    const reporter = await Reporter.arrives(browser, "en");
    await reporter.reports({ ...REPORT, title });
    const reviewer = await Reviewer.isAt(site, browser, "linnet");
    reviewer.visit.expects(REQUEST_FAILED);
    const { common, desk } = reviewer.texts;
    await reviewer.opens(title);
    await reviewer.visit.once(endpoints.appendToCase.path, (route) =>
      route.abort("internetdisconnected"),
    );
    await reviewer.writesReply("Words worth keeping.");
    await reviewer.press(desk.t("reply.send"));
    await reviewer.reads(desk.t("write.failed", { reason: common.t("error.offline") }));
    await reviewer.goesBackToInbox();
    await reviewer.opens(title);
    await reviewer.press(desk.t("conversation.write"));
    expect(await reviewer.field(desk.t("reply.label")).inputValue()).toBe("Words worth keeping.");
    await reviewer.press(desk.t("reply.send"));
    await reviewer.reads(desk.t("reply.sent"));
  });
});
