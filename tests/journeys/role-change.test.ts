/** What somebody is changes while they work: more, with a second proof first; and less, at once. And a team is added. */
import { describe, expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import { setsUpAuthenticator } from "../support/account.ts";
import { nextCode } from "../support/authenticator.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { Coordinator } from "../support/coordinator.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import type { MemberHandle, Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

async function ines(): Promise<Coordinator> {
  const coordinator = await Coordinator.arrives(browser, "en");
  await coordinator.signsIn(site, "ines");
  await coordinator.seesInbox();
  await coordinator.goesToPeople();
  return coordinator;
}

/** Ticks or unticks one role of somebody's and signs it. */
async function changesRole(coordinator: Coordinator, handle: MemberHandle): Promise<void> {
  const { desk, common } = coordinator.texts;
  const { name } = site.member(handle);
  await coordinator.page
    .getByRole("button", { name: desk.t("people.change-name", { name }), exact: true })
    .first()
    .click();
  await coordinator.page
    .getByRole("checkbox", { name: common.t("role.coordinator"), exact: true })
    .click({ force: true });
  await coordinator.press(desk.t("people.save"));
  await coordinator.reads(desk.t("people.done"));
}

describe("a reviewer who becomes a coordinator", () => {
  it("must add a second proof before anything else, loses the role and its page at once, and goes on reading", async () => {
    await sendCase(site, { desk: "north", title: "Stays", text: "Words." });
    const coordinator = await ines();
    const { t } = coordinator.texts.desk;
    await changesRole(coordinator, "rowan");

    const rowan = await Reviewer.arrives(browser, "en");
    await rowan.signsIn(site, "rowan");
    await rowan.reaches(t("proofs.needed-title"));
    expect(await rowan.button(t("place.inbox")).count()).toBe(0);
    expect(rowan.visit.asked()).not.toContain("POST /api/inbox");
    const secret = await setsUpAuthenticator(rowan);
    await rowan.seesInbox();
    await rowan.press(t("place.people"));
    await rowan.reaches(t("people.title"));
    // The organisation's key has not named them: they look, and sign nothing.
    await rowan.reads(t("people.not-delegated-title"));

    await changesRole(coordinator, "rowan");
    rowan.visit.expects(REQUEST_FAILED);
    await rowan.press(t("people.refresh"));
    await rowan.reads(rowan.texts.common.t("error.forbidden"));
    await rowan.signsOut();

    const again = await Reviewer.arrives(browser, "en");
    await again.triesToSignIn("rowan", site.member("rowan").passphrase);
    await again.showsCode(await nextCode(secret));
    await again.seesInbox();
    expect(await again.button(t("place.people")).count()).toBe(0);
    await again.opens("Stays");
    const noted = await site.server.database
      .prepare("SELECT count(*) AS n FROM refused_acts WHERE member_id = ? AND code = 'forbidden'")
      .bind(site.member("rowan").id)
      .first<number>("n");
    expect(noted).toBeGreaterThan(0);
  });
});

describe("a team that oversees the others", () => {
  it("is added on the people's page, and offered to reporters as what it is", async () => {
    const coordinator = await ines();
    const { t } = coordinator.texts.desk;
    await coordinator.press(t("team.add"));
    await coordinator.press(t("people.save"));
    await coordinator.reads(t("team.name-missing"));
    const english = new Intl.DisplayNames(["en"], { type: "language" }).of("en") ?? "";
    await coordinator.field(t("team.name", { language: english })).fill("Oversight desk");
    await coordinator.picksCountry(t("team.country"), "BE");
    await coordinator.field(t("team.languages")).fill("EN, fr");
    await coordinator.press(t("people.save"));
    await coordinator.reads(t("team.members-missing"));
    const { name } = site.member("samira");
    for (const label of [t("team.oversight"), name]) {
      await coordinator.page
        .getByRole("checkbox", { name: label, exact: true })
        .click({ force: true });
    }
    await coordinator.press(t("people.save"));
    await coordinator.reads(t("people.done"));
    await coordinator.reads(t("team.is-oversight"));

    const reporter = await Reporter.arrives(browser, "en");
    await reporter.startWriting();
    await reporter.answerChannel("unsure");
    await reporter.page.getByRole("radio", { name: "Oversight desk", exact: true }).waitFor();
    const [, hint = ""] = reporter.texts.report
      .t("desk.oversight", { country: "|", languages: "|" })
      .split("|");
    await reporter.reads(hint.trim());
  });
});
