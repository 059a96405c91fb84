/**
 * A server that lies about who reads reports, in front of the real page. Each lie is refused in the words of
 * the page's language; after it nothing is sent, and what was typed is still there.
 */
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { openBrowser, type TestBrowser } from "../support/browser.ts";
import { DUMMY_MEMBER } from "../../worker/contract/journal.ts";
import { buildBundle } from "../support/bundle.ts";
import { Intermediary } from "../support/intermediary.ts";
import { PAGE_LANGUAGES } from "../support/people.ts";
import { Reporter } from "../support/reporter.ts";
import { startSite, type Site } from "../support/site.ts";
import { storedCases, recipientsOf } from "../support/stored-case.ts";
import { today } from "../routes/client.ts";
import { authorityOf, nextRoster, signedRoster, withMember, type Authority } from "./authority.ts";
import { ROSTER_LIES, type RosterLie } from "./roster-lie.ts";

/** The browser says so itself of every answer that is no success. */
const REFUSED = /Failed to load resource/;

const REPORT = {
  channel: "custody_abduction",
  desk: "north",
  urgent: false,
  title: "A title worth keeping",
  text: "Words worth keeping.\n\nAll of them.",
} as const;

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
afterAll(async () => {
  await browser.endVisits();
  await browser.close();
  await server.close();
  await site.close();
});

function tells(lie: RosterLie): void {
  server.changes("roster", () => lie.tell(authority));
}

/** The page says that it will not send, why, and what became of what was written. */
async function refuses(reporter: Reporter, code: RosterLie["code"]): Promise<void> {
  const { common, report } = reporter.texts;
  const alert = reporter.page.getByRole("alert").filter({ hasText: report.t("refusal.title") });
  await alert.waitFor();
  const said = await alert.textContent();
  expect(said).toContain(common.t(`error.${code}`));
  expect(said).toContain(report.t("refusal.nothing-sent"));
}

/** Sent to the intermediary, which never hands it on: so the page asks for the list of readers again. */
async function looksAtReadersAgain(reporter: Reporter): Promise<void> {
  server.refuses("submitReport", "unknown-recipient");
  await reporter.sends();
  await reporter.press(reporter.texts.report.t("sending.see-readers"));
}

async function stillHasItsWords(reporter: Reporter): Promise<void> {
  const { common, report } = reporter.texts;
  await reporter.reaches(report.t("readers.title"));
  await reporter.press(common.t("page.continue"));
  await reporter.reaches(report.t("review.title"));
  const shown = await reporter.page.getByRole("main").textContent();
  expect(shown).toContain(REPORT.text);
  expect(shown).toContain(REPORT.title);
}

describe.each(PAGE_LANGUAGES)(
  "a list of readers that is not true, on the page in %s",
  (language) => {
    const lies = ROSTER_LIES.filter(
      (_, at) => at % PAGE_LANGUAGES.length === PAGE_LANGUAGES.indexOf(language),
    );
    let reporter: Reporter;
    beforeAll(async () => {
      reporter = await Reporter.arrives(browser, language);
      reporter.visit.expects(REFUSED);
      await reporter.writes(REPORT);
    });
    afterAll(() => server.isHonest());

    it.each(lies)("$what: refused, said, nothing sent, nothing lost", async (lie) => {
      const { common } = reporter.texts;
      tells(lie);
      await looksAtReadersAgain(reporter);
      const before = server.asked("submitReport");
      await refuses(reporter, lie.code);
      expect(server.asked("submitReport")).toBe(before);
      expect(await reporter.button(reporter.texts.report.t("review.send")).count()).toBe(0);
      server.isHonest();
      await reporter.press(common.t("page.try-again"));
      await stillHasItsWords(reporter);
      expect(server.asked("submitReport")).toBe(before);
    });

    it("and the true one is believed: the same words are sent and received", async () => {
      const before = await site.caseCount();
      server.isHonest();
      await reporter.sends();
      await reporter.readsCode();
      expect(await site.caseCount()).toBe(before + 1);
    });
  },
);

describe("a list of readers that is not true", () => {
  it.each(PAGE_LANGUAGES)(
    "from the start, in %s: nothing can even be written to it",
    async (language) => {
      const [lie] = ROSTER_LIES;
      if (lie === undefined) throw new Error("there are no lies");
      tells(lie);
      const before = server.asked("submitReport");
      const reporter = await Reporter.arrives(browser, language);
      await reporter.startWriting();
      await reporter.answerChannel("unsure");
      await refuses(reporter, lie.code);
      server.isHonest();
      await reporter.press(reporter.texts.common.t("page.try-again"));
      await reporter.answerDesk("north");
      await reporter.reaches(reporter.texts.report.t("urgent.title"));
      expect(server.asked("submitReport")).toBe(before);
    },
  );

  it("because it is older than one this page has verified is refused", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    reporter.visit.expects(REFUSED);
    server.changes("roster", () => signedRoster(authority, nextRoster(authority)));
    await reporter.writes(REPORT);
    server.isHonest();
    await looksAtReadersAgain(reporter);
    await refuses(reporter, "roster-rolled-back");
    server.changes("roster", () => signedRoster(authority, nextRoster(authority)));
    await reporter.press(reporter.texts.common.t("page.try-again"));
    await stillHasItsWords(reporter);
    server.isHonest();
  });

  it("because it is older than the pages themselves is refused, and one of their age is believed", async () => {
    const trust = { ...site.trust, rosterFloor: site.trust.rosterFloor + 1 };
    const bundle = await buildBundle(trust);
    const newer = await startSite({ ...inject("site"), pages: bundle.pages });
    const between = await Intermediary.before(newer.server.url);
    const visitors = await openBrowser(between.url);
    try {
      const reporter = await Reporter.arrives(visitors, "en");
      await reporter.startWriting();
      await reporter.answerChannel("unsure");
      await refuses(reporter, "roster-rolled-back");
      between.changes("roster", () => signedRoster(authority, nextRoster(authority)));
      await reporter.press(reporter.texts.common.t("page.try-again"));
      await reporter.answerDesk("north");
      await reporter.reaches(reporter.texts.report.t("urgent.title"));
      expect(between.asked("submitReport")).toBe(0);
      await visitors.endVisits();
    } finally {
      await visitors.close();
      await between.close();
      await newer.close();
      bundle.remove();
    }
  });

  it("whose signer has no id is refused before anything of it is followed", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    server.changes("roster", ({ signer: _signer, ...rest }) => ({ ...rest, signer: "" }));
    await reporter.startWriting();
    await reporter.answerChannel("unsure");
    await reporter.reads(reporter.texts.common.t("error.unreadable-answer"));
    server.isHonest();
  });
});

describe("a member the coordinator has revoked", () => {
  function revoked() {
    const next = nextRoster(authority);
    return signedRoster(authority, withMember(next, authority.rowan.id, { revokedDay: today() }));
  }

  /** Whom the last report was sealed to, as it was sent and as it was stored. */
  async function recipientsOfLast(): Promise<readonly string[]> {
    const body = server.bodies("submitReport").at(-1) ?? "";
    const { case: id, wraps } = endpoints.submitReport.input.parse(JSON.parse(body));
    const stored = (await storedCases(site)).find(({ plain }) => plain.case === id);
    const sent = wraps.map(({ member }) => member).filter((member) => member !== DUMMY_MEMBER);
    expect(stored === undefined ? [] : recipientsOf(stored).toSorted()).toEqual(sent.toSorted());
    return sent;
  }

  it("is a reader before, so that the next two tests see a difference", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    await reporter.reports(REPORT);
    expect(await recipientsOfLast()).toContain(site.member("rowan").id);
  });

  it("is not among the readers, and nothing is sealed to them", async () => {
    server.changes("roster", revoked);
    const reporter = await Reporter.arrives(browser, "en");
    await reporter.startWriting();
    await reporter.answerChannel(REPORT.channel);
    await reporter.answerDesk(REPORT.desk);
    await reporter.answerUrgent(false);
    await reporter.answerText(REPORT.text, REPORT.title);
    await reporter.answerIdentity();
    await reporter.reaches(reporter.texts.report.t("readers.title"));
    const shown = await reporter.page.getByRole("main").textContent();
    expect(shown).toContain(site.member("samira").name);
    expect(shown).not.toContain(site.member("rowan").name);
    await reporter.goOn();
    await reporter.sends();
    await reporter.readsCode();
    const recipients = await recipientsOfLast();
    expect(recipients).toContain(site.member("samira").id);
    expect(recipients).not.toContain(site.member("rowan").id);
    server.isHonest();
  });

  it("while somebody was writing is taken out before it is sealed anew", async () => {
    const reporter = await Reporter.arrives(browser, "en");
    reporter.visit.expects(REFUSED);
    await reporter.writes(REPORT);
    server.changes("roster", revoked);
    await looksAtReadersAgain(reporter);
    await reporter.reaches(reporter.texts.report.t("readers.title"));
    await reporter.reads(reporter.texts.report.t("readers.changed"));
    expect(await reporter.page.getByRole("main").textContent()).not.toContain(
      site.member("rowan").name,
    );
    await reporter.goOn();
    server.isHonest();
    server.changes("roster", revoked);
    await reporter.sends();
    await reporter.readsCode();
    expect(await recipientsOfLast()).not.toContain(site.member("rowan").id);
    server.isHonest();
  });
});
