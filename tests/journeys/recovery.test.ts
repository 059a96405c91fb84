/** Members who change their passphrase, lose it, and come back by a key on paper; and whoever kept the old ones. */
import { describe, expect, it } from "vitest";
import { atSite } from "../support/at-site.ts";
import {
  changesPassphrase,
  makesRecoveryKey,
  opensAccount,
  recovers,
  triesToRecover,
} from "../support/account.ts";
import type { TestBrowser } from "../support/browser.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import type { Site } from "../support/site.ts";

/** What a browser notes by itself when a request is refused. */
const REQUEST_FAILED = /status of 401/u;

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

describe("a member's account", () => {
  it("takes another passphrase; the old one, and every other session, is at an end", async () => {
    const elsewhere = await Reviewer.isAt(site, browser, "samira");
    elsewhere.visit.expects(REQUEST_FAILED);
    const member = await Reviewer.isAt(site, browser, "samira", "fr");
    await opensAccount(member);
    const passphrase = await changesPassphrase(member);
    expect(passphrase.split(" ").length).toBe(7);
    await member.press(member.texts.desk.t("place.inbox"));
    await member.seesInbox();
    await elsewhere.press(elsewhere.texts.desk.t("inbox.refresh"));
    await elsewhere.reads(elsewhere.texts.common.t("error.unauthorised"));
    const again = await Reviewer.arrives(browser, "en");
    again.visit.expects(REQUEST_FAILED);
    await again.triesToSignIn("samira", site.member("samira").passphrase);
    await again.reads(again.texts.desk.t("sign-in.credentials"));
    await again.triesToSignIn("samira", passphrase);
    await again.seesInbox();
  });

  it("refuses a passphrase of one's own that is weak, says why, and takes a strong one", async () => {
    const member = await Reviewer.isAt(site, browser, "linnet");
    const { t } = member.texts.desk;
    await opensAccount(member);
    await member.press(t("passphrase.change"));
    await member.press(t("passphrase.choose-own"));
    await member.field(t("passphrase.own")).fill("linnet example linnet example one two");
    await member.press(t("passphrase.submit"));
    await member.reads(t("passphrase.guessable", { worth: 2, wanted: 6 }));
    const strong = "otter lantern gravel violin meadow cabin harbour";
    await member.field(t("passphrase.own")).fill(strong);
    await member.field(t("passphrase.again")).fill(`${strong} no`);
    await member.press(t("passphrase.submit"));
    await member.reads(t("passphrase.again-differs"));
    await member.field(t("passphrase.again")).fill(strong.toUpperCase());
    await member.press(t("passphrase.submit"));
    await member.reads(t("passphrase.done"));
    await member.signsOut();
    await member.triesToSignIn("linnet", strong);
    await member.seesInbox();
  });
});

describe("a member who has lost their passphrase", () => {
  it("comes back by the recovery key and reads every case; nobody else does, and no old secret", async () => {
    const report = await sendCase(site, {
      desk: "north",
      title: "A door that is always locked",
      text: "She is let out in the evening.",
    });
    const before = await Reviewer.isAt(site, browser, "rowan");
    await opensAccount(before);
    const words = await makesRecoveryKey(before);

    const wrong = await triesToRecover(browser, "rowan", "zoo ".repeat(11).concat("wrong"));
    wrong.visit.expects(REQUEST_FAILED);
    const { t } = wrong.texts.desk;
    await wrong.reads(t("recover.credentials"));
    await wrong.field(t("recover.key")).fill(words.slice(0, 11).join(" "));
    await wrong.press(t("recover.submit"));
    await wrong.reads(t("recover.too-few", { count: 11 }));
    await wrong.field(t("sign-in.handle")).fill("linnet");
    await wrong.field(t("recover.key")).fill(words.join(" "));
    await wrong.press(t("recover.submit"));
    await wrong.reads(t("recover.credentials"));

    const member = await triesToRecover(browser, "rowan", words.join("-").toUpperCase(), "ar");
    const fresh = await recovers(member);
    expect(fresh.words).not.toEqual(words);
    await member.triesToSignIn("rowan", fresh.passphrase);
    await member.seesInbox();
    await member.opens(report.title);
    expect(await member.readsReport()).toBe(report.text);

    before.visit.expects(REQUEST_FAILED);
    await before.press(before.texts.desk.t("place.inbox"));
    await before.reads(before.texts.common.t("error.unauthorised"));
    const old = await Reviewer.arrives(browser, "en");
    old.visit.expects(REQUEST_FAILED);
    await old.triesToSignIn("rowan", site.member("rowan").passphrase);
    await old.reads(old.texts.desk.t("sign-in.credentials"));
    const dead = await triesToRecover(browser, "rowan", words.join(" "));
    dead.visit.expects(REQUEST_FAILED);
    await dead.reads(dead.texts.desk.t("recover.credentials"));
    const living = await triesToRecover(browser, "rowan", fresh.words.join(" "));
    await living.reaches(living.texts.desk.t("recover.passphrase-title"));
  });
});
