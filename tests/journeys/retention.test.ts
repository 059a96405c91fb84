/** A closed case on its way out: its day is said to everybody, a hold keeps it, and then it is gone, and said to be. */
import { describe, expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { PAGE_LANGUAGES } from "../support/people.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { receivedOn } from "../support/shelves.ts";
import type { Site } from "../support/site.ts";
import { today } from "../routes/client.ts";
import { isDueNow, newShelf, PURGE } from "../routes/purging.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** There is one at a time. */
async function caseId(): Promise<string> {
  const id = await site.server.database
    .prepare("SELECT case_id AS id FROM cases")
    .first<string>("id");
  return id ?? "";
}

describe.each(PAGE_LANGUAGES)("a closed case in %s", (language) => {
  it("says when it is deleted, is held with a reason, and goes once nothing holds it", async () => {
    const title = `Rowan-${language}`;
    const reporter = await Reporter.arrives(browser, language);
    const code = await reporter.reports({
      channel: "unsure",
      desk: "north",
      urgent: false,
      title,
      text: "Words.",
    });
    await reporter.confirms(code.words);
    const reviewer = await Reviewer.isAt(site, browser, "rowan", language);
    const { t, day, list } = reviewer.texts.desk;
    await reviewer.opens(title);
    await reviewer.reads(t("keeping.open"));
    await reviewer.closes("NO_MORE_INFO", "Words.");
    const id = await caseId();

    // Almost a year passes.
    const soon = today() + 20;
    await site.server.database
      .prepare("UPDATE cases SET purge_day = ? WHERE case_id = ?")
      .bind(soon, id)
      .run();
    const returning = await Reporter.arrives(browser, language);
    await returning.comesBack(code.words.join(" "));
    await returning.reads(
      returning.texts.returning.t("case.deleted-on", { day: returning.texts.report.day(soon) }),
    );
    await reviewer.goesBackToInbox();
    await reviewer.looksForNewCases();
    const words = t("chip.deleted-on", { day: day(soon) });
    expect(await reviewer.row(title).textContent()).toContain(words);
    await reviewer.opens(title);
    await reviewer.reads(t("keeping.soon-title"));

    // Held: with no reason, and for too long, the form says what is wrong and keeps what was typed.
    await reviewer.press(t("keeping.hold"));
    await reviewer.field(t("keeping.review")).fill(isoDay(today() + 400));
    await reviewer.press(t("keeping.save"));
    await reviewer.reads(t("keeping.reason-missing"));
    await reviewer.choose(t("hold.PROCEEDINGS"));
    await reviewer.press(t("keeping.save"));
    await reviewer.page.locator("#hold-review-error").waitFor();
    const review = today() + 90;
    await reviewer.field(t("keeping.review")).fill(isoDay(review));
    await reviewer.press(t("keeping.save"));
    await reviewer.reads(t("keeping.held-until", { day: day(review) }));
    expect(await reviewer.page.locator('[data-chip="held"]').textContent()).toBe(t("chip.held"));
    const sentence = t("entry.legal-hold", {
      name: site.member("rowan").name,
      reason: t("hold.PROCEEDINGS"),
      day: day(review),
    });
    await reviewer.reads(sentence);
    const received = newShelf();
    await receivedOn(site.server, id, received);
    await isDueNow(site.server, id);
    expect((await site.server.runCron(PURGE, new Date())).outcome).toBe("ok");
    expect(await site.caseCount()).toBe(1);

    await reviewer.press(t("keeping.end"));
    await reviewer.reads(t("entry.legal-hold-end", { name: site.member("rowan").name }));
    await isDueNow(site.server, id);
    expect((await site.server.runCron(PURGE, new Date())).outcome).toBe("ok");
    expect(await site.caseCount()).toBe(0);
    await reviewer.goesBackToInbox();
    await reviewer.looksForNewCases();
    await reviewer.row(title).waitFor({ state: "detached" });
    const gone = await Reporter.arrives(browser, language);
    gone.visit.expects(REQUEST_FAILED);
    await gone.entersCode(code.words.join(" "));
    await gone.reads(gone.texts.report.t("enter.wrong"));

    const auditor = await Reviewer.arrives(browser, language);
    await auditor.signsIn(site, "theo");
    await auditor.press(t("deletions.sign"));
    await auditor.reads(t("deletions.none"));
    await auditor.reads(
      t("audit.deletion", {
        name: site.member("theo").name,
        day: day(today()),
        reason: t("deletion.schedule"),
        cases: list([id]),
      }),
    );
  });
});
