/** The list of people runs out: nobody can send or open, everybody is told what they can do, and one press renews it. */
import { describe, expect, it } from "vitest";
import { signDelegation, signRoster } from "../../web/crypto/roster.ts";
import { authorityOf, nextRoster, type Authority } from "../adversary/authority.ts";
import { today } from "../routes/client.ts";
import { atSite } from "../support/at-site.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { Coordinator } from "../support/coordinator.ts";
import { PAGE_LANGUAGES } from "../support/people.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import type { Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
let authority: Authority;
atSite(async (opened) => {
  ({ site, browser } = opened);
  authority = await authorityOf(site);
  // As it was published three months ago: everything else of it holds on.
  const roster = { ...nextRoster(authority), expiresDay: today() - 1 };
  const { statement, signature } = signRoster(roster, authority.coordinator.signing);
  const { delegation, signer } = authority.published;
  await site.server.database
    .prepare("INSERT INTO rosters VALUES (?, ?, ?, ?, ?, ?)")
    .bind(roster.version, delegation.statement, delegation.signature, signer, statement, signature)
    .run();
});

describe("past the last day of the list of people", () => {
  it.each(PAGE_LANGUAGES)(
    "a reporter is told why, and what else they can do, in %s",
    async (language) => {
      const reporter = await Reporter.arrives(browser, language);
      const { common, report } = reporter.texts;
      await reporter.startWriting();
      await reporter.answerChannel("unsure");
      await reporter.reads(common.t("error.roster-expired"));
      await reporter.reads(report.t("refusal.expired"));
      await reporter.reads(report.t("refusal.help-person"));
      await reporter.page
        .getByRole("combobox", { name: report.t("danger.country"), exact: true })
        .first()
        .waitFor();
      expect(await site.caseCount()).toBe(0);
    },
  );

  it("a reviewer is not let in", async () => {
    const reviewer = await Reviewer.arrives(browser, "en");
    await reviewer.signsIn(site, "rowan");
    await reviewer.reads(reviewer.texts.desk.t("sign-in.roster-title"));
  });

  it("a coordinator renews it by one press, and everything works again", async () => {
    const coordinator = await Coordinator.arrives(browser, "en");
    const { t } = coordinator.texts.desk;
    await coordinator.signsIn(site, "ines");
    await coordinator.reaches(t("people.title"));
    await coordinator.reads(t("expiry.lapsed-title"));
    // Nothing else can be reached.
    expect(await coordinator.button(t("place.inbox")).count()).toBe(0);
    expect(await coordinator.button(t("invite.open")).count()).toBe(0);
    expect(coordinator.visit.asked()).not.toContain("POST /api/inbox");
    await coordinator.press(t("expiry.renew"));
    await coordinator.reads(t("people.done"));
    await coordinator.press(t("place.inbox"));
    await coordinator.seesInbox();

    const reporter = await Reporter.arrives(browser, "en");
    await reporter.reports({
      channel: "unsure",
      desk: "north",
      urgent: false,
      title: "After the renewal",
      text: "Sealed to the renewed list.",
    });
    const reviewer = await Reviewer.isAt(site, browser, "rowan");
    await reviewer.opens("After the renewal");
  });

  it("a new power to sign, pasted, is checked against the organisation's key before it is used", async () => {
    const coordinator = await Coordinator.arrives(browser, "en");
    coordinator.visit.expects(REQUEST_FAILED);
    const { desk, common } = coordinator.texts;
    await coordinator.signsIn(site, "ines");
    await coordinator.seesInbox();
    await coordinator.goesToPeople();
    const [sentence = ""] = desk.t("expiry.delegation", { day: "|" }).split("|");
    const runsOut = coordinator.page.getByText(sentence);
    await runsOut.waitFor();
    const expiresDay = today() + 200;
    const signed = (seed: Authority["root"]): string =>
      JSON.stringify(signDelegation({ ...authority.delegation, expiresDay }, seed));
    const paste = coordinator.field(desk.t("expiry.paste"));
    await paste.fill(signed(authority.coordinator.signing));
    await coordinator.press(desk.t("expiry.check"));
    await coordinator.reads(common.t("error.roster-signature"));
    expect(await coordinator.button(desk.t("expiry.publish")).count()).toBe(0);
    await paste.fill(signed(authority.root));
    await coordinator.press(desk.t("expiry.check"));
    await coordinator.press(desk.t("expiry.publish"));
    await coordinator.reads(desk.t("people.done"));
    // Far from running out, nothing is said of it any more. Sealing keys, which members renew, are nearer their end.
    await runsOut.waitFor({ state: "detached" });
  });
});
