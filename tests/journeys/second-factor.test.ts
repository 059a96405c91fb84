import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { nextCode } from "../support/authenticator.ts";
import { openBrowser, REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { Reviewer } from "../support/reviewer.ts";
import { startSite, type Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
beforeAll(async () => {
  site = await startSite(inject("site"));
  browser = await openBrowser(site.server.url);
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe("a coordinator with an authenticator", () => {
  it("is asked for a code, told when it was wrong, and let in by the right one", async () => {
    const ines = await Reviewer.arrives(browser, "fr");
    const { t } = ines.texts.desk;
    const { passphrase, authenticator } = site.member("ines");
    ines.visit.expects(REQUEST_FAILED);
    await ines.triesToSignIn("ines", passphrase);
    await ines.reaches(t("second-factor.title"));
    await ines.showsCode("12345");
    await ines.reads(t("second-factor.code-shape"));
    await ines.showsCode("000 000");
    await ines.reads(t("second-factor.failed"));
    await ines.showsCode(await nextCode(authenticator ?? ""));
    await ines.seesInbox();
    expect(ines.visit.asked().filter((asked) => asked.endsWith("/second-factor"))).toHaveLength(2);
  });

  it("can give up, and is not signed in", async () => {
    const ines = await Reviewer.arrives(browser, "en");
    const { t } = ines.texts.desk;
    await ines.triesToSignIn("ines", site.member("ines").passphrase);
    await ines.press(t("second-factor.give-up"));
    await ines.reaches(t("sign-in.title"));
  });
});
