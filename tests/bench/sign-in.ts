/**
 * How long a member waits from pressing "sign in" to a usable inbox, Argon2id and the roster's chain included. Two seconds is
 * the goal on a machine that does nothing else; printed, because machines differ. Real pages in real Chromium.
 */
import type { TestBrowser } from "../support/browser.ts";
import { Reviewer } from "../support/reviewer.ts";
import type { Site } from "../support/site.ts";
import type { Measurement } from "./measure.ts";
import { median, spreadOf } from "./statistics.ts";

const TURNS = 5;

async function signIn(site: Site, browser: TestBrowser): Promise<number> {
  const reviewer = await Reviewer.arrives(browser, "en");
  const { t } = reviewer.texts.desk;
  const { handle, passphrase } = site.member("rowan");
  await reviewer.field(t("sign-in.handle")).fill(handle);
  await reviewer.page.getByLabel(t("sign-in.passphrase"), { exact: true }).fill(passphrase);
  const from = performance.now();
  await reviewer.press(t("sign-in.submit"));
  await reviewer.seesInbox();
  const milliseconds = performance.now() - from;
  await browser.endVisits();
  return milliseconds;
}

export async function measureSignIn(site: Site, browser: TestBrowser): Promise<Measurement> {
  const waits: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) waits.push(await signIn(site, browser));
  return {
    name: "signIn.inboxMilliseconds",
    value: median(waits),
    unit: "ms",
    bound: null,
    spread: spreadOf(waits),
    detail: { samples: waits },
  };
}
