import { describe, expect, it } from "vitest";
import { VIEW_NAME_MAX } from "../../web/desk/saved-views.ts";
import { atSite } from "../support/at-site.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { textsIn } from "../support/people.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import type { Site } from "../support/site.ts";

const TITLE = "A case left open on the screen";
const BEGUN = "A case with every form begun";
const DRAFT = "Half of an answer that nobody has sent.";

let site: Site;
let browser: TestBrowser;
atSite(async (opened) => {
  ({ site, browser } = opened);
  await sendCase(site, { desk: "north", title: TITLE, text: "Words of the report." });
  await sendCase(site, { desk: "north", title: BEGUN, text: "Other words." });
});

/** At a page whose clock the test turns. */
async function atHandledClock(): Promise<Reviewer> {
  const linnet = await Reviewer.arrives(browser, "en");
  await linnet.page.clock.install();
  await linnet.signsIn(site, "linnet");
  await linnet.seesInbox();
  return linnet;
}

/** With the passphrase alone, once the page has locked. */
async function unlocks(linnet: Reviewer): Promise<void> {
  const { t } = linnet.texts.desk;
  const field = linnet.page.getByLabel(t("sign-in.passphrase"), { exact: true });
  await field.fill(site.member("linnet").passphrase);
  await linnet.press(t("locked.unlock"));
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

  it("gives back what was filled into each form of the case, and leaves none of it in the page meanwhile", async () => {
    const linnet = await atHandledClock();
    const { common, desk } = linnet.texts;
    const { t } = desk;
    await linnet.opens(BEGUN);
    const chosen = (name: string) => linnet.page.getByRole("radio", { name, exact: true });
    const byId = (id: string) => linnet.page.locator(`#${id}`);

    await linnet.opensForm("task");
    await byId("work-task-what").fill("Ask the school");
    await linnet.work.getByRole("button", { name: t("work.put-away"), exact: true }).click();
    await linnet.opensForm("explanation");
    await byId("work-explanation-title").fill("The order of the court");
    await linnet.press(t("keeping.hold"));
    await chosen(t("hold.PROCEEDINGS")).check();
    await byId("hold-text").fill("The appeal is pending");
    await byId("hold-review").fill("2099-01-01");
    await linnet.press(t("extend.open"));
    await chosen(common.t("extension.COMPLEX")).check();
    await linnet.press(t("access.let-in"));
    await chosen(site.member("ines").name).check();
    await linnet.field(t("access.reason")).fill("She speaks the language");
    await linnet.press(t("close.open"));
    await chosen(common.t("closure.NOT_CONFIRMED")).check();
    await linnet.field(t("interests.label")).fill("Nobody is in danger");
    await linnet.press(t("export.open"));
    await byId("export-parts-report").check();
    await linnet.field(t("export.recipient")).fill("The court of appeal");

    await linnet.page.clock.runFor("10:05");
    await isLocked(linnet);
    await linnet.reads(t("locked.drafts-sealed"));
    const page = await linnet.page.content();
    for (const secret of ["Ask the school", "order of the court", "appeal is pending", "speaks"])
      expect(page).not.toContain(secret);
    await unlocks(linnet);
    await linnet.reaches(BEGUN);

    expect(await byId("work-explanation-title").inputValue()).toBe("The order of the court");
    await linnet.work.getByRole("button", { name: t("work.put-away"), exact: true }).click();
    await linnet.opensForm("task");
    expect(await byId("work-task-what").inputValue()).toBe("Ask the school");
    expect(await chosen(t("hold.PROCEEDINGS")).isChecked()).toBe(true);
    expect(await byId("hold-text").inputValue()).toBe("The appeal is pending");
    expect(await byId("hold-review").inputValue()).toBe("2099-01-01");
    expect(await chosen(common.t("extension.COMPLEX")).isChecked()).toBe(true);
    expect(await chosen(site.member("ines").name).isChecked()).toBe(true);
    expect(await linnet.field(t("access.reason")).inputValue()).toBe("She speaks the language");
    expect(await chosen(common.t("closure.NOT_CONFIRMED")).isChecked()).toBe(true);
    expect(await linnet.field(t("interests.label")).inputValue()).toBe("Nobody is in danger");
    expect(await byId("export-parts-report").isChecked()).toBe(true);
    expect(await linnet.field(t("export.recipient")).inputValue()).toBe("The court of appeal");

    // What was kept in the case is a draft no more; the others are.
    await linnet.press(t("work.save"));
    await linnet.reads(t("work.kept"));
    await linnet.goesBackToInbox();
    await linnet.opens(BEGUN);
    expect(await byId("work-explanation-title").inputValue()).toBe("The order of the court");
    expect(await byId("hold-text").inputValue()).toBe("The appeal is pending");
  });

  it("gives back what was typed beside the list of cases", async () => {
    const linnet = await atHandledClock();
    const { t } = linnet.texts.desk;
    const label = linnet.page.locator("#bulk-label");
    const chooseToLabel = async (): Promise<void> => {
      await linnet.ticks(t("bulk.select", { title: TITLE }));
      await linnet.page.getByLabel(t("bulk.what")).selectOption({ value: "label-on" });
    };
    await linnet.page.getByRole("searchbox", { name: t("inbox.search"), exact: true }).fill("open");
    await linnet.press(t("views.keep"));
    await linnet.press(t("views.save"));
    await linnet.reads(t("views.name-wrong", { count: VIEW_NAME_MAX }));
    // A mistake is said in the language the page is turned to.
    await linnet.chooseLanguage("ar");
    const arabic = (await textsIn("ar")).desk;
    await linnet.reads(arabic.t("views.name-wrong", { count: VIEW_NAME_MAX }));
    await linnet.chooseLanguage("en");
    await linnet.field(t("views.name")).fill("What is open");
    await chooseToLabel();
    await label.fill("harbour");

    await linnet.page.clock.runFor("10:05");
    await isLocked(linnet);
    expect(await linnet.page.content()).not.toContain("What is open");
    await unlocks(linnet);
    await linnet.seesInbox();
    expect(await linnet.field(t("views.name")).inputValue()).toBe("What is open");
    await chooseToLabel();
    expect(await label.inputValue()).toBe("harbour");
    await linnet.press(t("views.save"));
    await linnet.reads(t("views.kept", { name: "What is open" }));
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
