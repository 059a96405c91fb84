/**
 * Somebody looks up, on a case and by keyboard alone, which law may apply between a child's countries. Nobody learns which
 * countries: no request leaves the page while they are picked, and they are in no address and nothing that is kept.
 */
import { expect, it } from "vitest";
import type { Locator } from "playwright-core";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { Reviewer } from "../support/reviewer.ts";
import { sendCase } from "../support/sent-case.ts";
import type { Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

/** Where a page stands for its browser; what else could be kept, the visit itself looks for when it ends. */
async function standsAt({ page }: Reviewer): Promise<string> {
  return await page.evaluate(() =>
    JSON.stringify([location.href, history.length, history.state, document.title]),
  );
}

/** As anybody would who uses no mouse: by typing the name, or where a test has no such keys by the arrows. */
async function picks(by: Reviewer, list: Locator, code: string): Promise<void> {
  await list.focus();
  if (by.language === "ar") {
    const codes = await list
      .locator("option")
      .evaluateAll((options) => options.map((option) => option.getAttribute("value")));
    await by.page.keyboard.press("Home");
    for (let at = 0; at < codes.indexOf(code); at += 1) await by.page.keyboard.press("ArrowDown");
  } else await by.page.keyboard.type(by.texts.desk.country(code));
  expect(await list.inputValue()).toBe(code);
}

it.each(["en", "ar"] as const)(
  "which law may apply is told without anybody being asked, by keyboard, in %s",
  async (language) => {
    const title = `Taken abroad, ${language}`;
    await sendCase(site, { desk: "north", title, text: "Words." });
    const rowan = await Reviewer.isAt(site, browser, "rowan", language);
    await rowan.opens(title);
    const { t, country, list } = rowan.texts.desk;
    const { requests } = rowan.visit;
    const sent = requests.length;
    const before = await standsAt(rowan);

    const fold = rowan.work.locator("summary").filter({ hasText: t("which-law.open") });
    await fold.focus();
    await rowan.page.keyboard.press("Enter");
    const field = (place: "home" | "now" | "heading"): Locator =>
      rowan.work.getByLabel(t(`which-law.${place}`), { exact: true });
    await field("home").waitFor();
    await rowan.page.keyboard.press("Tab");
    expect(await field("home").evaluate((one) => one === document.activeElement)).toBe(true);
    const verdict = rowan.work.getByRole("status").filter({ hasText: "1980" });

    await picks(rowan, field("home"), "IE");
    await picks(rowan, field("now"), "FR");
    const all = ["HAGUE_1980", "HAGUE_1996", "BRUSSELS_IIB"] as const;
    await rowan.reads(
      t("which-law.may", { instruments: list(all.map((one) => t(`instrument.${one}`))) }),
    );
    await picks(rowan, field("heading"), "TN");
    const pair = (codes: string): Locator => rowan.work.locator(`[data-pair="${codes}"]`);
    expect(await pair("IE FR").locator("[data-standing='applies']").count()).toBe(3);
    expect(await pair("IE TN").textContent()).toContain(
      t("which-law.accession.HAGUE_1980", {
        instrument: t("instrument.HAGUE_1980"),
        countries: list([country("TN")]),
      }),
    );
    // A return is one to the child's home.
    expect(await pair("FR TN").textContent()).not.toContain(t("instrument.HAGUE_1980"));
    const asks = rowan.work.locator("[data-asking]");
    expect(await asks.first().textContent()).toContain(
      t("asking.RETURN", { country: country("IE") }),
    );
    await verdict.waitFor();

    // Another answer: what was told before stands no more.
    await picks(rowan, field("now"), "KP");
    await picks(rowan, field("heading"), "KP");
    await rowan.reads(t("which-law.none"));
    expect(await asks.count()).toBe(0);

    expect(requests.slice(sent)).toEqual([]);
    expect(await standsAt(rowan)).toBe(before);
    // The control: whatever does go out is seen.
    await rowan.opensForm("label");
    await rowan.work.getByRole("textbox").fill("abroad");
    await rowan.press(t("work.save"));
    await rowan.reads(t("work.kept"));
    expect(requests.length).toBeGreaterThan(sent);
  },
);

it("the notes of a step lie folded in its form, one press away, and leave what was typed alone", async () => {
  const title = "A step with its law";
  await sendCase(site, { desk: "north", title, text: "Words." });
  const rowan = await Reviewer.isAt(site, browser, "rowan", "en");
  await rowan.opens(title);
  const { t } = rowan.texts.desk;
  await rowan.opensForm("measure");
  await rowan.field(t("work.measure.authority")).fill("The youth court");
  const note = rowan.work.locator("[data-note='RECOGNITION']");
  expect(await note.isVisible()).toBe(false);
  await rowan.unfolds(t("law-notes.open"));
  await note.waitFor();
  for (const said of [t("law-note.RECOGNITION"), t("law-form.ANNEX_III")]) {
    expect(await note.textContent()).toContain(said);
  }
  expect(await rowan.field(t("work.measure.authority")).inputValue()).toBe("The youth court");
  // The control: a step without a note offers none.
  await rowan.press(t("work.put-away"));
  await rowan.opensForm("label");
  expect(await rowan.work.getByText(t("law-notes.open")).count()).toBe(0);
});
