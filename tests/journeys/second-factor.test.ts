import { describe, expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import { makesRecoveryKey, setsUpAuthenticator } from "../support/account.ts";
import { nextCode } from "../support/authenticator.ts";
import { REQUEST_FAILED, type TestBrowser } from "../support/browser.ts";
import { Coordinator } from "../support/coordinator.ts";
import { Reviewer } from "../support/reviewer.ts";
import type { Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
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

describe("a custodian who has lost their authenticator", () => {
  it("is let in again once a coordinator has reset it, with their passphrase, and adds another first", async () => {
    const { name, passphrase } = site.member("wren");
    const wren = await Reviewer.arrives(browser, "en");
    await wren.signsIn(site, "wren");
    await wren.press(wren.texts.desk.t("place.releases"));
    const ines = await Coordinator.arrives(browser, "en");
    const { t } = ines.texts.desk;
    await ines.signsIn(site, "ines");
    await ines.seesInbox();
    await ines.goesToPeople();
    await ines.press(t("people.change-name", { name }));
    await ines.press(t("reset.open"));
    await ines.reads(t("reset.check", { name }));
    await ines.press(t("reset.confirm", { name }));
    await ines.reads(t("reset.done", { name }));

    // Whoever is signed in with the lost one is not any more.
    wren.visit.expects(REQUEST_FAILED);
    await wren.press(t("place.account"));
    await wren.reads(wren.texts.common.t("error.unauthorised"));

    const thief = await Reviewer.arrives(browser, "en");
    thief.visit.expects(REQUEST_FAILED);
    await thief.triesToSignIn("wren", site.member("alder").passphrase);
    await thief.reads(t("sign-in.credentials"));

    const back = await Reviewer.arrives(browser, "en");
    await back.triesToSignIn("wren", passphrase);
    await setsUpAuthenticator(back, site.member("wren").authenticator ?? "");
    await back.button(t("place.releases")).waitFor();
  });

  it("cannot be helped by themself: nobody is offered to reset their own", async () => {
    const ines = await Coordinator.arrives(browser, "en");
    const { t } = ines.texts.desk;
    await ines.signsIn(site, "ines");
    await ines.seesInbox();
    await ines.goesToPeople();
    await ines.press(t("people.change-name", { name: site.member("ines").name }));
    await ines.button(t("people.save")).waitFor();
    expect(await ines.button(t("reset.open")).count()).toBe(0);
  });
});

describe("a custodian who has lost their authenticator and kept their printed key", () => {
  it("adds another by themself, with both secrets, and the lost one is dead", async () => {
    const { passphrase, authenticator } = site.member("alder");
    const alder = await Reviewer.arrives(browser, "en");
    const { t } = alder.texts.desk;
    await alder.signsIn(site, "alder");
    await alder.opensAccount();
    const words = await makesRecoveryKey(alder);
    await alder.signsOut();

    const back = await Reviewer.arrives(browser, "en");
    back.visit.expects(REQUEST_FAILED);
    await back.triesToSignIn("alder", passphrase);
    await back.press(t("second-factor.lost"));
    const key = back.field(t("recover.key"));
    const wrong = [...words.slice(1), "abandon"].join(" ");
    await key.fill(wrong);
    await back.press(t("second-factor.use-recovery"));
    await back.reads(t("second-factor.lost-failed"));
    // What was typed is still there.
    expect(await key.inputValue()).toBe(wrong);
    await key.fill(words.join(" "));
    await back.press(t("second-factor.use-recovery"));
    await back.reaches(t("proofs.needed-title"));
    await setsUpAuthenticator(back, authenticator ?? "");
    await back.button(t("place.releases")).waitFor();

    const finder = await Reviewer.arrives(browser, "en");
    finder.visit.expects(REQUEST_FAILED);
    await finder.triesToSignIn("alder", passphrase);
    await finder.showsCode(await nextCode(authenticator ?? ""));
    await finder.reads(t("second-factor.failed"));
  });
});
