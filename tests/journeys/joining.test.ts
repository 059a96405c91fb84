/** Two people are taken on, each with a browser of their own, and a third who is not: from the link to the first report. */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { Coordinator, type Invited } from "../support/coordinator.ts";
import { Joiner } from "../support/joiner.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import { SITE_ORIGIN, startSite, type Site } from "../support/site.ts";

let site: Site;
/** One browser a person: nothing is shared. */
let browsers: Readonly<Record<"coordinator" | "invitee" | "reporter", TestBrowser>>;
beforeAll(async () => {
  site = await startSite(inject("site"));
  browsers = {
    coordinator: await openBrowser(site.server.url),
    invitee: await openBrowser(site.server.url),
    reporter: await openBrowser(site.server.url),
  };
});
afterEach(async () => {
  for (const browser of Object.values(browsers)) await browser.endVisits();
});
afterAll(async () => {
  for (const browser of Object.values(browsers)) await browser.close();
  await site.close();
});

async function coordinates(): Promise<Coordinator> {
  const coordinator = await Coordinator.arrives(browsers.coordinator, "en");
  await coordinator.signsIn(site, "ines");
  await coordinator.seesInbox();
  await coordinator.goesToPeople();
  return coordinator;
}

async function sendReport(title: string): Promise<void> {
  const reporter = await Reporter.arrives(browsers.reporter, "en");
  await reporter.reports({
    channel: "custody_abduction",
    desk: "south",
    urgent: false,
    title,
    text: `Sealed to whoever is on the list now: ${title}`,
  });
}

const BRAMBLING: Invited = {
  name: "Brambling Example",
  handle: "brambling",
  roles: ["reviewer"],
  desks: ["south"],
};

describe("somebody invited", () => {
  it.each([BRAMBLING, { ...BRAMBLING, name: "Dunlin Example", handle: "dunlin" }])(
    "joins, is confirmed after both read the same words, and reads what is sealed from then on: $handle",
    async (invited) => {
      const coordinator = await coordinates();
      await sendReport(`Before ${invited.handle}`);
      const link = await coordinator.invites(invited);
      expect(link.startsWith(`${SITE_ORIGIN}/join#`)).toBe(true);

      const joiner = await Joiner.opens(browsers.invitee, link);
      const passphrase = await joiner.makesKeys();
      const words = await joiner.readsWords();
      expect(words).toHaveLength(6);
      // The link's secret is gone from the address, and was never sent.
      const secret = link.split("#")[1] ?? "";
      expect(secret).toHaveLength(43);
      expect(joiner.page.url()).toBe(`${SITE_ORIGIN}/join`);
      const sent = joiner.visit.requests.map(({ url, body }) => url + (body?.toString() ?? ""));
      expect(sent.join("\n")).not.toContain(secret);
      await joiner.looksWhetherConfirmed();
      await joiner.reads(joiner.join.t("words.not-yet"));

      // Not confirmed: nothing is sealed to them, and they cannot sign in.
      await sendReport(`While ${invited.handle} waits`);
      const early = await Reviewer.arrives(browsers.invitee, "en");
      early.visit.expects(REQUEST_FAILED);
      await early.triesToSignIn(invited.handle, passphrase);
      await early.reads(early.texts.desk.t("sign-in.credentials"));

      await coordinator.looksForChanges();
      expect(await coordinator.readsWords(invited.name)).toEqual(words);
      await coordinator.confirms(invited.name);
      await joiner.looksWhetherConfirmed();
      await joiner.reaches(joiner.join.t("done.title"));

      const title = `After ${invited.handle}`;
      await sendReport(title);
      const member = await Reviewer.arrives(browsers.invitee, "en");
      await member.triesToSignIn(invited.handle, passphrase);
      await member.seesInbox();
      const cases = await member.caseButtons.allTextContents();
      expect(cases.join("\n")).toContain(title);
      expect(cases.join("\n")).not.toContain(`Before ${invited.handle}`);
      expect(cases.join("\n")).not.toContain(`While ${invited.handle} waits`);
      await member.opens(title);
      expect(await member.readsReport()).toContain("whoever is on the list now");
    },
  );

  it("whose words differ is refused, and their link and passphrase lead nowhere", async () => {
    const coordinator = await coordinates();
    const invited = { ...BRAMBLING, name: "Plover Example", handle: "plover" };
    const link = await coordinator.invites(invited);
    const thief = await Joiner.opens(browsers.invitee, link);
    const passphrase = await thief.makesKeys();
    await thief.readsWords();
    const invitee = await Joiner.opens(browsers.reporter, link);
    invitee.visit.expects(REQUEST_FAILED);
    await invitee.reads(invitee.join.t("refused.gone"));
    await coordinator.looksForChanges();
    await coordinator.refuses(invited.name);
    await thief.looksWhetherConfirmed();
    await thief.reads(thief.join.t("words.not-yet"));
    const attempt = await Reviewer.arrives(browsers.invitee, "en");
    attempt.visit.expects(REQUEST_FAILED);
    await attempt.triesToSignIn(invited.handle, passphrase);
    await attempt.reads(attempt.texts.desk.t("sign-in.credentials"));
  });

  it("without a whole link is told so, in their language", async () => {
    for (const [language, link] of [
      ["en", `${SITE_ORIGIN}/join`],
      ["fr", `${SITE_ORIGIN}/join#AAAA`],
      ["ar", `${SITE_ORIGIN}/join`],
    ] as const) {
      const joiner = await Joiner.opens(browsers.invitee, link, language);
      await joiner.reads(joiner.join.t("refused.no-link"));
      expect(joiner.page.url()).toBe(`${SITE_ORIGIN}/join`);
    }
  });
});
