/** Without a mouse: the log, what a custodian decides, one's own account, and the list of people. */
import { describe, expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import { nextCode } from "../support/authenticator.ts";
import type { TestBrowser } from "../support/browser.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import type { MemberHandle, Site } from "../support/site.ts";
import { chooseByKey, isFocused, landsOn, pressByKey, tabTo } from "./by-key.ts";

const REASON = "A court has asked who saw it.";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

/** Signed in by keys, with a code where one is asked for. */
async function byKeys(handle: MemberHandle): Promise<Reviewer> {
  const member = await Reviewer.arrives(browser, "en");
  const { t } = member.texts.desk;
  const { keyboard } = member.page;
  const { passphrase, authenticator } = site.member(handle);
  await tabTo(member, member.field(t("sign-in.handle")));
  await keyboard.type(handle);
  await tabTo(member, member.page.getByLabel(t("sign-in.passphrase"), { exact: true }));
  await keyboard.type(passphrase);
  await keyboard.press("Enter");
  if (authenticator === null) return member;
  await landsOn(member, t("second-factor.title"));
  await tabTo(member, member.field(t("second-factor.code")));
  await keyboard.type(await nextCode(authenticator));
  await keyboard.press("Enter");
  return member;
}

describe("an auditor", () => {
  it("signs in, has the log checked again and saves it by keys alone", async () => {
    const theo = await byKeys("theo");
    const { t } = theo.texts.desk;
    await landsOn(theo, t("audit.title"));
    await theo.reads(t("audit.whole-title"));
    await pressByKey(theo, t("audit.again"));
    await theo.reads(t("audit.whole-title"));
    const saved = theo.page.waitForEvent("download");
    await pressByKey(theo, t("audit.download"));
    expect((await saved).suggestedFilename()).toMatch(/^audit-log-\d+\.json$/u);
  });
});

describe("a coordinator at the board", () => {
  it("goes there, has a chart shown as a table, hides it and counts again by keys alone", async () => {
    const ines = await byKeys("ines");
    const { t } = ines.texts.desk;
    await landsOn(ines, t("inbox.title"));
    await pressByKey(ines, t("place.board"));
    await landsOn(ines, t("board.title"));
    await ines.reads(t("board.by-desk"));
    const caption = t("board.by-desk");
    const table = ines.page.getByRole("table", { name: caption });
    // Those who hear the page have it all the time; nobody sees it before they ask for it.
    await table.waitFor({ state: "attached" });
    const width = async (): Promise<number> =>
      (await table.locator("..").boundingBox())?.width ?? 0;
    expect(await width()).toBeLessThan(2);
    await pressByKey(ines, `${t("board.show-table")}: ${caption}`);
    expect(await width()).toBeGreaterThan(50);
    await pressByKey(ines, `${t("board.hide-table")}: ${caption}`);
    expect(await width()).toBeLessThan(2);
    await pressByKey(ines, t("board.refresh"));
    await ines.reads(t("board.by-desk"));
  });
});

describe("a custodian", () => {
  it("reads who asks, thinks better of agreeing, and says why not by keys alone", async () => {
    const title = "For a custodian without a mouse";
    const report = {
      channel: "unsure",
      desk: "north",
      urgent: false,
      title,
      text: "Seen.",
    } as const;
    const identity = { name: "Somebody Example", reach: "", contact: "" };
    await (await Reporter.arrives(browser, "en")).reports({ ...report, identity });
    const rowan = await Reviewer.isAt(site, browser, "rowan");
    await rowan.opens(title);
    await rowan.asksWhoItIs(REASON);
    await rowan.reads(rowan.texts.desk.t("identity.asked"));

    const wren = await byKeys("wren");
    const { common, desk } = wren.texts;
    await landsOn(wren, desk.t("releases.title"));
    await wren.reads(REASON);
    const request = wren.page.getByRole("listitem").filter({ hasText: REASON });
    const { keyboard } = wren.page;
    await tabTo(wren, request.getByRole("button").first());
    await keyboard.press("Enter");
    // What was pressed is gone: the question it led to has the focus, and the next key goes on from there.
    const name = site.member("rowan").name;
    const question = wren.page.getByText(desk.t("releases.confirm", { name }));
    await expect.poll(() => isFocused(question)).toBe(true);
    await pressByKey(wren, common.t("page.back"));
    await tabTo(wren, request.getByRole("button").nth(1));
    await keyboard.press("Enter");
    await chooseByKey(wren, common.t("release.harm"));
    await pressByKey(wren, desk.t("releases.send-refusal"));
    await wren.reads(desk.t("releases.done"));
  });
});

describe("a coordinator", () => {
  it("goes to their account and to the list of people, and opens what stands there, by keys alone", async () => {
    const ines = await byKeys("ines");
    const { t } = ines.texts.desk;
    await landsOn(ines, t("inbox.title"));
    await pressByKey(ines, t("place.account"));
    await landsOn(ines, t("account.title"));
    await ines.reads(t("sessions.lead"));
    await pressByKey(ines, t("factors.replace-authenticator"));
    await pressByKey(ines, t("authenticator.close"));
    await pressByKey(ines, t("passphrase.change"));
    await ines.field(t("passphrase.again")).waitFor();
    await pressByKey(ines, t("recovery-key.make"));
    await landsOn(ines, t("recovery-key.title"));
    await pressByKey(ines, t("place.people"));
    await landsOn(ines, t("people.title"));
    const rowan = { name: site.member("rowan").name };
    await pressByKey(ines, t("people.change-name", rowan));
    await pressByKey(ines, t("people.put-away"));
    await pressByKey(ines, t("invite.open"));
    await pressByKey(ines, t("invite.submit"));
    // What is missing gets the focus, and says so.
    await ines.reads(t("invite.name-missing"));
    await expect.poll(() => isFocused(ines.field(t("invite.name")))).toBe(true);
  });
});
