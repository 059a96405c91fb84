import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import { startSite, type Site } from "../support/site.ts";

const TITLE = "A case left open on the screen";
const DRAFT = "Half of an answer that nobody has sent.";

let site: Site;
let browser: TestBrowser;
beforeAll(async () => {
  site = await startSite(inject("site"));
  browser = await openBrowser(site.server.url);
  await sendCase(site, { desk: "north", title: TITLE, text: "Words of the report." });
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** At a page whose clock the test turns. */
async function atHandledClock(): Promise<Reviewer> {
  const linnet = await Reviewer.arrives(browser, "en");
  await linnet.page.clock.install();
  await linnet.signsIn(site, "linnet");
  await linnet.seesInbox();
  return linnet;
}

async function isLocked(linnet: Reviewer): Promise<void> {
  await linnet.reaches(linnet.texts.desk.t("locked.title"));
}

describe("a page left alone", () => {
  it("warns, locks, holds no key and no word, and goes on where it was by the passphrase alone", async () => {
    const linnet = await atHandledClock();
    const { t } = linnet.texts.desk;
    await linnet.opens(TITLE);
    await linnet.writesReply(DRAFT);
    await linnet.page.clock.runFor("09:05");
    await linnet.reads(t("idle.title"));
    await linnet.page.clock.runFor("01:00");
    await isLocked(linnet);
    await linnet.reads(t("locked.drafts-sealed"));
    await expect.poll(() => linnet.page.workers().length).toBe(0);
    const shown = (await linnet.page.content()) + (await linnet.page.locator("body").innerText());
    for (const secret of [TITLE, DRAFT, "Words of the report."])
      expect(shown).not.toContain(secret);

    const asked = linnet.visit.asked().length;
    const field = linnet.page.getByLabel(t("sign-in.passphrase"), { exact: true });
    await field.fill("not the passphrase");
    await linnet.press(t("locked.unlock"));
    await linnet.reads(t("sign-in.credentials"));
    await field.fill(site.member("linnet").passphrase);
    await linnet.press(t("locked.unlock"));
    await linnet.reaches(TITLE);
    await linnet.press(t("conversation.write"));
    expect(await linnet.field(t("reply.label")).inputValue()).toBe(DRAFT);
    const since = linnet.visit.asked().slice(asked);
    expect(since.filter((request) => request.includes("sign-in"))).toEqual([]);
    await linnet.press(t("reply.send"));
    await linnet.reads(t("reply.sent"));
    await linnet.goesBackToInbox();
  });

  it("locks at once when the machine slept through it", async () => {
    const linnet = await atHandledClock();
    await linnet.page.clock.fastForward("08:00:00");
    await isLocked(linnet);
  });

  it("cannot be unlocked once the member has signed out everywhere else", async () => {
    const linnet = await atHandledClock();
    const { t } = linnet.texts.desk;
    await linnet.page.clock.runFor("10:05");
    await isLocked(linnet);
    await site.server.database
      .prepare("DELETE FROM sessions WHERE member_id = ?")
      .bind(site.member("linnet").id)
      .run();
    linnet.visit.expects(REQUEST_FAILED);
    const field = linnet.page.getByLabel(t("sign-in.passphrase"), { exact: true });
    await field.fill(site.member("linnet").passphrase);
    await linnet.press(t("locked.unlock"));
    await linnet.reaches(t("sign-in.title"));
  });
});
