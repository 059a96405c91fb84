/**
 * A server that lies about the organisation to a member who signs in. The member is told which check failed,
 * is not signed in, and the page asks for nothing and saves nothing afterwards.
 */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { Intermediary } from "../support/intermediary.ts";
import { PAGE_LANGUAGES } from "../support/people.ts";
import { Reviewer } from "../support/reviewer.ts";
import { startSite, type MemberHandle, type Site } from "../support/site.ts";
import { authorityOf, nextRoster, signedRoster, type Authority } from "./authority.ts";
import { ROSTER_LIES } from "./roster-lie.ts";

let site: Site;
let server: Intermediary;
let browser: TestBrowser;
let authority: Authority;
beforeAll(async () => {
  site = await startSite(inject("site"));
  server = await Intermediary.before(site.server.url);
  browser = await openBrowser(server.url);
  authority = await authorityOf(site);
});
afterEach(async () => {
  server.isHonest();
  await browser.endVisits();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await site.close();
});

/** What only a signed-in member asks for. */
function askedAsMember(): number {
  return server.asked("inbox", "readCase", "appendToCase", "saveKeyring");
}

async function isRefused(reviewer: Reviewer, sentence: string): Promise<void> {
  const { desk } = reviewer.texts;
  const alert = reviewer.page.getByRole("alert").filter({ hasText: sentence });
  await alert.waitFor();
  expect(await alert.textContent()).toContain(desk.t("sign-in.roster-title"));
  expect(await alert.textContent()).toContain(desk.t("sign-in.roster-refused"));
  await reviewer.reaches(desk.t("sign-in.title"));
}

async function signsInAs(reviewer: Reviewer, handle: MemberHandle): Promise<void> {
  await reviewer.triesToSignIn(handle, site.member(handle).passphrase);
}

/** One of each kind; the reporter's page meets them all. */
const KINDS = ROSTER_LIES.filter(
  ({ code }, at) => ROSTER_LIES.findIndex((other) => other.code === code) === at,
);

describe("a list of members that is not true", () => {
  it("is of six kinds here", () => {
    expect(KINDS.map(({ code }) => code).toSorted()).toEqual([
      "packet-invalid",
      "roster-duplicate",
      "roster-expired",
      "roster-no-reviewer",
      "roster-origin",
      "roster-signature",
    ]);
  });

  it.each(KINDS.map((lie, at) => ({ ...lie, language: PAGE_LANGUAGES[at % 3] ?? "en" })))(
    "with $what signs nobody in, on the page in $language",
    async (lie) => {
      const before = askedAsMember();
      server.changes("roster", () => lie.tell(authority));
      const reviewer = await Reviewer.arrives(browser, lie.language);
      await signsInAs(reviewer, "linnet");
      await isRefused(reviewer, reviewer.texts.common.t(`error.${lie.code}`));
      expect(askedAsMember()).toBe(before);
      // The name stays; so does the passphrase, until somebody is in.
      const { t } = reviewer.texts.desk;
      expect(await reviewer.field(t("sign-in.handle")).inputValue()).toBe("linnet");
      server.isHonest();
      await reviewer.press(t("sign-in.submit"));
      await reviewer.seesInbox();
    },
  );

  it("because it is older than one the member has seen signs them in no more, and others still", async () => {
    server.changes("roster", () => signedRoster(authority, nextRoster(authority)));
    const samira = await Reviewer.isAt(site, browser, "samira");
    expect(server.asked("saveKeyring")).toBeGreaterThan(0);
    await samira.signsOut();

    server.isHonest();
    const before = askedAsMember();
    await signsInAs(samira, "samira");
    await isRefused(samira, samira.texts.common.t("error.roster-rolled-back"));
    expect(askedAsMember()).toBe(before);

    const rowan = await Reviewer.isAt(site, browser, "rowan");
    await rowan.signsOut();

    server.changes("roster", () => signedRoster(authority, nextRoster(authority)));
    await signsInAs(samira, "samira");
    await samira.seesInbox();
  });
});
