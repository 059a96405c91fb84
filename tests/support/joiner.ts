/** Somebody invited, with the link and nothing else: opens it, writes down, reads words aloud. */
import { loadJoin, LANGUAGES, type JoinText } from "../../web/i18n/index.ts";
import type { TestBrowser } from "./browser.ts";
import { Person, textsIn, type PageLanguage, type PageTexts } from "./people.ts";
import type { Visit } from "./browser.ts";

type Looks = Readonly<Record<"offered" | "shown" | "asked", () => Promise<void>>>;
const nothing = async (): Promise<void> => undefined;
const NO_LOOKS: Looks = { offered: nothing, shown: nothing, asked: nothing };

export class Joiner extends Person {
  readonly join: JoinText;

  private constructor(visit: Visit, language: PageLanguage, texts: PageTexts, join: JoinText) {
    super(visit, language, texts);
    this.join = join;
  }

  static async opens(
    browser: TestBrowser,
    link: string,
    language: PageLanguage = "en",
  ): Promise<Joiner> {
    const found = LANGUAGES.find(({ code }) => code === language);
    if (found === undefined) throw new Error(`joiner: there is no page in ${language}`);
    const [visit, texts, join] = await Promise.all([
      browser.visit({ language }),
      textsIn(language),
      loadJoin(found),
    ]);
    const joiner = new Joiner(visit, language, texts, join);
    await joiner.page.goto(link);
    return joiner;
  }

  async #words(name: string): Promise<readonly string[]> {
    const words = this.page.getByRole("group", { name, exact: true });
    return words.getByRole("listitem").allTextContents();
  }

  /** Answers the passphrase, as it is on paper now. `look`: at each screen on the way. */
  async makesKeys(look: Looks = NO_LOOKS): Promise<string> {
    const { t } = this.join;
    await this.reaches(t("offer.title"));
    await look.offered();
    await this.press(t("offer.submit"));
    await this.reaches(t("passphrase.title"));
    const words = await this.#words(t("passphrase.words"));
    await look.shown();
    await this.press(t("passphrase.next"));
    await this.reaches(t("check.title"));
    await look.asked();
    for (const position of [2, 5]) {
      await this.field(t("check.word", { position })).fill(words[position - 1] ?? "");
    }
    await this.press(t("check.submit"));
    return words.join(" ");
  }

  async readsWords(): Promise<readonly string[]> {
    await this.reaches(this.join.t("words.title"));
    return this.#words(this.join.t("words.words"));
  }

  async looksWhetherConfirmed(): Promise<void> {
    await this.press(this.join.t("words.look"));
  }
}
