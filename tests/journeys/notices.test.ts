/** A reviewer sends a fixed notice and sees first what the reporter will read, in the reporter's own language. */
import { describe, expect, it } from "vitest";
import { LANGUAGES, loadPromises, type PromisesText } from "../../web/i18n/index.ts";
import { atSite } from "../support/at-site.ts";
import type { TestBrowser } from "../support/browser.ts";
import { PAGE_LANGUAGES, type PageLanguage } from "../support/people.ts";
import { Reporter } from "../support/reporter.ts";
import { Reviewer } from "../support/reviewer.ts";
import type { Site } from "../support/site.ts";

let site: Site;
let browser: TestBrowser;
atSite((opened) => {
  ({ site, browser } = opened);
});

async function promisesIn(language: PageLanguage): Promise<PromisesText> {
  const found = LANGUAGES.find(({ code }) => code === language);
  if (found === undefined) throw new Error(`there is no page in ${language}`);
  return await loadPromises(found);
}

describe("a notice from a fixed template", () => {
  it("is seen in both languages before it is sent, and read in whichever the reporter reads", async () => {
    const reporter = await Reporter.arrives(browser, "fr");
    const report = { channel: "unsure", desk: "north", urgent: false } as const;
    const { words } = await reporter.reports({ ...report, title: "Le quai", text: "Il attend." });

    const reviewer = await Reviewer.isAt(site, browser, "rowan", "en");
    const { t } = reviewer.texts.desk;
    await reviewer.opens("Le quai");
    await reviewer.press(t("conversation.write"));
    await reviewer.page
      .getByRole("combobox", { name: t("notice.choose"), exact: true })
      .selectOption({ label: t("notice-name.PASSED_ON") });
    const recipient = reviewer.field(t("notice.recipient"));
    // The notes are opened with the case; nothing goes after that before it is whole.
    await reviewer.page.getByText(t("notes.opening"), { exact: true }).waitFor({ state: "hidden" });
    const before = reviewer.visit.asked().length;
    await reviewer.press(t("reply.send"));
    await reviewer.reads(t("notice.recipient-missing"));
    expect(reviewer.visit.asked()).toHaveLength(before);
    await recipient.fill("Iris Example");
    await reviewer.field(t("notice.text-more")).fill("She will call the harbour.");
    const [english, french] = await Promise.all([promisesIn("en"), promisesIn("fr")]);
    const preview = reviewer.page.getByRole("region", { name: t("notice.preview") });
    const value = { recipient: "Iris Example" };
    const theirs = preview.getByText(french.t("notice.PASSED_ON", value), { exact: true });
    await theirs.waitFor();
    expect(await theirs.getAttribute("lang")).toBe("fr");
    await preview.getByText(english.t("notice.PASSED_ON", value), { exact: true }).waitFor();

    // Put away and opened again it is all still there.
    await reviewer.press(t("write.put-away"));
    await reviewer.press(t("conversation.write"));
    expect(await recipient.inputValue()).toBe("Iris Example");
    await reviewer.press(t("reply.send"));
    await reviewer.reads(t("reply.sent"));
    expect(await reviewer.conversation.textContent()).toContain(
      english.t("notice.PASSED_ON", value),
    );

    for (const language of PAGE_LANGUAGES) {
      const returning = await Reporter.arrives(browser, language);
      await returning.comesBack(words.join(" "));
      const text = await promisesIn(language);
      const last = (await returning.readsTimeline()).at(-1);
      expect(last).toContain(text.t("notice.PASSED_ON", value));
      expect(last).toContain("She will call the harbour.");
    }
  });
});
