import { base32nopad } from "@scure/base";
import { describe, expect, it } from "vitest";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { atSite } from "../support/at-site.ts";
import { nextCode } from "../support/authenticator.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { Reviewer } from "../support/reviewer.ts";
import { plugIn } from "../support/security-key.ts";
import { NAMED_ORIGIN, type Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

function atNamedPage(): Promise<Reviewer> {
  return Reviewer.arrives(browser, "en", {}, NAMED_ORIGIN);
}

describe("a passkey", () => {
  it("is added, signs in, and a copy of it that is behind does not", async () => {
    const samira = await atNamedPage();
    const { t } = samira.texts.desk;
    const key = await plugIn(samira.page);
    await samira.signsIn(site, "samira");
    await samira.seesInbox();
    await samira.opensAccount();
    await samira.reads(t("factors.none"));
    await samira.press(t("factors.add-passkey"));
    await samira.reads(t("proofs.added"));
    expect(await key.count()).toBe(1);

    const thief = await atNamedPage();
    const copy = await plugIn(thief.page);
    await key.copyTo(copy);

    await samira.signsOut();
    await samira.signsIn(site, "samira");
    await samira.reaches(t("second-factor.title"));
    await samira.press(t("second-factor.use-passkey"));
    await samira.seesInbox();

    thief.visit.expects(REQUEST_FAILED);
    await thief.signsIn(site, "samira");
    await thief.press(t("second-factor.use-passkey"));
    await thief.reads(t("second-factor.failed"));
  });

  it("belongs to its address: a page at another one says so", async () => {
    const samira = await Reviewer.arrives(browser, "en");
    const { t } = samira.texts.desk;
    await plugIn(samira.page);
    await samira.signsIn(site, "samira");
    await samira.reads(t("second-factor.elsewhere"));
    expect(await samira.button(t("second-factor.use-passkey")).count()).toBe(0);
  });

  it("is not offered where the address is a number: the page says why", async () => {
    const rowan = await Reviewer.isAt(site, browser, "rowan");
    const { t } = rowan.texts.desk;
    await rowan.opensAccount();
    await rowan.reads(t("factors.no-host-name"));
    expect(await rowan.button(t("factors.add-passkey")).count()).toBe(0);
  });
});

describe("an authenticator", () => {
  it("is set up from the key on the page, then asked for, then taken away", async () => {
    const linnet = await Reviewer.isAt(site, browser, "linnet", "ar");
    const { t } = linnet.texts.desk;
    await linnet.opensAccount();
    await linnet.press(t("factors.add-authenticator"));
    const shown = await linnet.page.locator("code.authenticator-key").textContent();
    const secret = toBase64Url(base32nopad.decode((shown ?? "").replaceAll(" ", "")));
    linnet.visit.expects(REQUEST_FAILED);
    await linnet.field(t("authenticator.code")).fill("000000");
    await linnet.press(t("authenticator.add"));
    await linnet.reads(linnet.texts.common.t("error.second-factor-wrong"));
    await linnet.field(t("authenticator.code")).fill(await nextCode(secret));
    await linnet.press(t("authenticator.add"));
    await linnet.reads(t("proofs.added"));
    await linnet.signsOut();
    await linnet.signsIn(site, "linnet");
    await linnet.showsCode("000000");
    await linnet.reads(t("second-factor.failed"));
    await linnet.showsCode(await nextCode(secret));
    await linnet.reads(t("failed-tries.title", { count: 1 }));
    await linnet.press(t("failed-tries.seen"));
    await linnet.opensAccount();
    await linnet.press(t("factors.remove-authenticator"));
    await linnet.reads(t("factors.none"));
  });
});

describe("a coordinator without a second proof", () => {
  it("gets one before anything else", async () => {
    await site.server.database
      .prepare("DELETE FROM authenticators WHERE member_id = ?")
      .bind(site.member("ines").id)
      .run();
    const ines = await atNamedPage();
    const { t } = ines.texts.desk;
    await plugIn(ines.page);
    await ines.triesToSignIn("ines", site.member("ines").passphrase);
    await ines.reaches(t("proofs.needed-title"));
    expect(await ines.button(t("place.inbox")).count()).toBe(0);
    await ines.press(t("factors.add-passkey"));
    await ines.seesInbox();
    await ines.opensAccount();
    await ines.reads(t("factors.last-stays"));
  });
});

describe("sessions", () => {
  it("are listed, ended one by one, and all at once", async () => {
    // Whoever closed a browser without signing out is signed in there still.
    await site.server.database.prepare("DELETE FROM sessions").run();
    const here = await Reviewer.isAt(site, browser, "rowan");
    const there = await Reviewer.isAt(site, browser, "rowan");
    const { t } = here.texts.desk;
    await here.opensAccount();
    const listed = here.page.getByRole("region", { name: t("sessions.title") });
    await listed.getByRole("listitem").nth(1).waitFor();
    await listed.getByText(t("sessions.end"), { exact: true }).click();
    await here.reads(t("proofs.session-ended"));
    there.visit.expects(REQUEST_FAILED);
    await there.press(t("inbox.refresh"));
    await there.reads(there.texts.common.t("error.unauthorised"));
    await here.press(t("sessions.everywhere"));
    await here.reads(t("sign-in.signed-out"));
  });
});
