/** Giving many cases to somebody else: it says how far it has come, and stops between two of them when told to. */
import { expect, it } from "vitest";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import type { Site } from "../support/site.ts";

const CASES = 4;

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

/** Keeps the second grant waiting on its way. Answers when it is there, and what lets it go on. */
async function holdSecondGrant({ visit, page }: Reviewer) {
  const arrived = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  let grants = 0;
  await page.route(`**${endpoints.changeAccess.path}`, async (route) => {
    grants += 1;
    if (grants === 2) {
      arrived.resolve();
      await released.promise;
    }
    await route.fulfill({ response: await visit.answerTo(route) });
  });
  return { arrived: arrived.promise, release: released.resolve, grants: () => grants };
}

it("stops after the case under way, keeps what was given, and goes on with the rest", async () => {
  const excluded = [site.member("samira").id, site.member("linnet").id];
  for (let number = 1; number <= CASES; number += 1) {
    const title = `Mine alone ${number}`;
    await sendCase(site, { desk: "north", title, text: "Words.", change: { excluded } });
  }
  const rowan = await Reviewer.isAt(site, browser, "rowan", "en");
  const { t } = rowan.texts.desk;
  await rowan.press(t("place.leaving"));
  await rowan.reads(t("leaving.only-you", { count: CASES }));
  await rowan.page
    .getByRole("combobox", { name: t("leaving.who"), exact: true })
    .selectOption({ value: site.member("ines").id });
  await rowan.field(t("access.reason")).fill("I am leaving.");
  const held = await holdSecondGrant(rowan);
  await rowan.press(t("leaving.give-count", { count: CASES }));
  await rowan.reads(t("leaving.progress", { done: 1, count: CASES }));
  await held.arrived;
  await rowan.press(t("leaving.stop"));
  held.release();
  await rowan.reads(t("leaving.stopped"));
  expect(held.grants()).toBe(2);
  await rowan.reads(t("leaving.only-you", { count: CASES - 2 }));
  expect(await rowan.button(t("leaving.leave")).count()).toBe(0);
  await rowan.press(t("leaving.give-count", { count: CASES - 2 }));
  await rowan.button(t("leaving.leave")).waitFor();
  expect(held.grants()).toBe(CASES);
});
