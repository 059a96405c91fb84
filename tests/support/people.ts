/**
 * What every person at a page does: read headings, press buttons, fill fields, by the names they are read by,
 * in the language of the page. Nobody here knows an element's id or class.
 */
import type { Locator, Page } from "playwright-core";
import {
  LANGUAGES,
  loadCommon,
  loadDesk,
  loadPromises,
  loadReport,
  loadReturning,
  type CommonText,
  type DeskText,
  type PromisesText,
  type ReportText,
  type ReturningText,
} from "../../web/i18n/index.ts";
import { SITE_ORIGIN } from "./site.ts";
import type { Visit } from "./browser.ts";

export const PAGE_LANGUAGES = ["en", "fr", "ar"] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

export interface PageTexts {
  readonly common: CommonText;
  readonly report: ReportText;
  readonly returning: ReturningText;
  readonly promises: PromisesText;
  readonly desk: DeskText;
}

/** The words of the pages, as the pages themselves load them. */
export async function textsIn(language: PageLanguage): Promise<PageTexts> {
  const found = LANGUAGES.find(({ code }) => code === language);
  if (found === undefined) throw new Error(`people: there is no page in ${language}`);
  const [common, report, returning, promises, desk] = await Promise.all([
    loadCommon(found),
    loadReport(found),
    loadReturning(found),
    loadPromises(found),
    loadDesk(found),
  ]);
  return { common, report, returning, promises, desk };
}

export class Person {
  readonly visit: Visit;
  readonly language: PageLanguage;
  /** Changes when the person chooses another language. */
  texts: PageTexts;

  constructor(visit: Visit, language: PageLanguage, texts: PageTexts) {
    this.visit = visit;
    this.language = language;
    this.texts = texts;
  }

  get page(): Page {
    return this.visit.page;
  }

  async goTo(path: string, origin = SITE_ORIGIN): Promise<void> {
    await this.page.goto(origin + path);
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  field(label: string): Locator {
    return this.page.getByRole("textbox", { name: label, exact: true });
  }

  async choose(label: string): Promise<void> {
    // Its label lies over the circle, so the mouse meets the label there: that is the intended way.
    await this.page.getByRole("radio", { name: label, exact: true }).check({ force: true });
  }

  async ticks(label: string): Promise<void> {
    await this.page.getByRole("checkbox", { name: label, exact: true }).check({ force: true });
  }

  async unfolds(summary: string): Promise<void> {
    await this.page.locator("summary").filter({ hasText: summary }).press("Enter");
  }

  /** @param code ISO 3166-1 alpha-2; picked by the name it has in the language of the page */
  async picksCountry(label: string, code: string): Promise<void> {
    await this.page
      .getByRole("combobox", { name: label, exact: true })
      .selectOption({ label: this.texts.desk.country(code) });
  }

  /** Waits for a screen by its main heading. */
  async reaches(title: string): Promise<void> {
    await this.page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  }

  /** Waits for a sentence anywhere on the page. */
  async reads(sentence: string): Promise<void> {
    await this.page.getByText(sentence).first().waitFor();
  }

  async chooseLanguage(language: PageLanguage): Promise<void> {
    const { name } = LANGUAGES.find(({ code }) => code === language) ?? { name: language };
    const picker = this.page.getByRole("combobox", {
      name: this.texts.common.t("page.language"),
      exact: true,
    });
    await picker.selectOption({ label: name });
    this.texts = await textsIn(language);
    await this.page.locator(`html[lang="${language}"]`).waitFor();
  }
}
