/** A member at the desk: signs in, opens a case by its title, acknowledges, answers, notes, closes, signs out. */
import type { CaseworkFormName } from "../../web/desk/casework-forms.ts";
import type { Locator } from "playwright-core";
import type { ClosureReason } from "../../web/payload/entries/closure.ts";
import type { TestBrowser, VisitOptions } from "./browser.ts";
import { nextCode } from "./authenticator.ts";
import { Person, textsIn, type PageLanguage } from "./people.ts";
import { SITE_ORIGIN, type MemberHandle, type Site } from "./site.ts";

/** What nothing is closed, and nobody asked about, without. */
const BEST_INTERESTS = "The child is safe, and a further visit would only frighten them.";

export class Reviewer extends Person {
  /** Opens the members' page in a browser of their own. */
  static async arrives(
    browser: TestBrowser,
    language: PageLanguage,
    options: VisitOptions = {},
    origin = SITE_ORIGIN,
  ): Promise<Reviewer> {
    const visit = await browser.visit({ width: 1280, height: 900, ...options, language });
    const reviewer = new Reviewer(visit, language, await textsIn(language));
    await reviewer.goTo("/desk", origin);
    await reviewer.reaches(reviewer.texts.desk.t("sign-in.title"));
    return reviewer;
  }

  /** The same, signed in with their own passphrase and looking at their inbox. */
  static async isAt(
    site: Site,
    browser: TestBrowser,
    handle: MemberHandle,
    language: PageLanguage = "en",
    options: VisitOptions = {},
  ): Promise<Reviewer> {
    const reviewer = await Reviewer.arrives(browser, language, options);
    await reviewer.signsIn(site, handle);
    await reviewer.seesInbox();
    return reviewer;
  }

  /** With passphrase, and a code where one is asked for. */
  async signsIn(site: Site, handle: MemberHandle): Promise<void> {
    const { passphrase, authenticator } = site.member(handle);
    await this.triesToSignIn(handle, passphrase);
    if (authenticator !== null) await this.showsCode(await nextCode(authenticator));
  }

  async showsCode(code: string): Promise<void> {
    const { t } = this.texts.desk;
    await this.field(t("second-factor.code")).fill(code);
    await this.press(t("second-factor.use-code"));
  }

  async triesToSignIn(handle: string, passphrase: string): Promise<void> {
    const { t } = this.texts.desk;
    await this.field(t("sign-in.handle")).fill(handle);
    await this.page.getByLabel(t("sign-in.passphrase"), { exact: true }).fill(passphrase);
    await this.press(t("sign-in.submit"));
  }

  /** From wherever they are to their own account. */
  async opensAccount(): Promise<void> {
    const { t } = this.texts.desk;
    await this.press(t("place.account"));
    await this.reaches(t("account.title"));
    await this.reads(t("sessions.lead"));
  }

  /** Waits until the inbox says that it is complete. */
  async seesInbox(): Promise<void> {
    const { t } = this.texts.desk;
    await this.reaches(t("inbox.title"));
    const loaded = this.page.getByText(t("inbox.none")).or(this.caseButtons.first());
    await loaded.first().waitFor({ state: "attached" });
  }

  /** The title of every case, in the order they stand; of those put away as well. */
  get caseButtons(): Locator {
    return this.#inbox.getByRole("listitem").getByRole("button", { includeHidden: true });
  }

  /** Beside the ways to other places, which are a list of buttons as well. */
  get #inbox(): Locator {
    return this.page.locator('[data-screen="inbox"]');
  }

  /** A case in the inbox, with all that its row says. */
  row(title: string): Locator {
    return this.#inbox
      .getByRole("listitem")
      .filter({ has: this.page.getByRole("button", { name: title, exact: true }) });
  }

  async opens(title: string): Promise<void> {
    const { t } = this.texts.desk;
    await this.press(title);
    await this.reaches(title);
    await this.reads(t("case.opened"));
  }

  /** The report's own words, exactly as they stand on the page. */
  async readsReport(): Promise<string> {
    const report = this.page.getByRole("region", {
      name: this.texts.desk.t("case.report"),
      exact: true,
    });
    return (await report.getByRole("paragraph").last().textContent()) ?? "";
  }

  get conversation(): Locator {
    return this.page.getByRole("region", {
      name: this.texts.desk.t("conversation.title"),
      exact: true,
    });
  }

  get notes(): Locator {
    return this.page.getByRole("region", { name: this.texts.desk.t("notes.title"), exact: true });
  }

  get work(): Locator {
    return this.page.getByRole("region", { name: this.texts.desk.t("work.title"), exact: true });
  }

  /** One of the forms in which work on the case is written down. */
  async opensForm(form: CaseworkFormName): Promise<void> {
    const { t } = this.texts.desk;
    await this.work
      .getByRole("combobox", { name: t("work.choose"), exact: true })
      .selectOption({ value: form });
    await this.press(t("work.open"));
  }

  get identity(): Locator {
    return this.page.getByRole("region", {
      name: this.texts.desk.t("identity.title"),
      exact: true,
    });
  }

  /** Opens the box for the reason, writes and sends. */
  async asksWhoItIs(reason: string): Promise<void> {
    const { t } = this.texts.desk;
    await this.press(t("identity.ask"));
    await this.field(t("identity.reason")).fill(reason);
    await this.field(t("interests.label")).fill(BEST_INTERESTS);
    await this.press(t("identity.send"));
  }

  /** Reads the case again from the server. */
  async looksAgain(): Promise<void> {
    const answer = this.page.waitForResponse((response) =>
      response.url().endsWith("/api/case/read"),
    );
    await this.press(this.texts.desk.t("case.refresh"));
    await answer;
  }

  get history(): Locator {
    return this.page.getByRole("region", { name: this.texts.desk.t("history.title"), exact: true });
  }

  async acknowledges(): Promise<void> {
    const { t } = this.texts.desk;
    await this.press(t("acknowledge.submit"));
    await this.reads(t("acknowledge.done"));
  }

  /** Opens the reply box and writes; nothing is sent. */
  async writesReply(text: string): Promise<void> {
    const { t } = this.texts.desk;
    await this.press(t("conversation.write"));
    await this.field(t("reply.label")).fill(text);
  }

  async replies(text: string): Promise<void> {
    const { t } = this.texts.desk;
    await this.writesReply(text);
    await this.press(t("reply.send"));
    await this.reads(t("reply.sent"));
  }

  async writesNote(text: string): Promise<void> {
    const { t } = this.texts.desk;
    await this.press(t("notes.write"));
    await this.field(t("note.label")).fill(text);
  }

  async takesNote(text: string): Promise<void> {
    const { t } = this.texts.desk;
    await this.writesNote(text);
    await this.press(t("note.send"));
    await this.reads(t("note.sent"));
  }

  /** Up to the last look before the case is closed. */
  async preparesClosing(reason: ClosureReason, words: string): Promise<void> {
    const { common, desk } = this.texts;
    await this.press(desk.t("close.open"));
    await this.choose(common.t(`closure.${reason}`));
    await this.field(desk.t("interests.label")).fill(BEST_INTERESTS);
    await this.field(desk.t("close.words")).fill(words);
    await this.press(desk.t("close.review"));
    await this.page
      .getByRole("heading", { name: desk.t("close.confirm-title"), exact: true })
      .waitFor();
  }

  async closes(reason: ClosureReason, words: string): Promise<void> {
    const { t } = this.texts.desk;
    await this.preparesClosing(reason, words);
    await this.press(t("close.confirm"));
    await this.reads(t("close.done"));
  }

  async goesBackToInbox(): Promise<void> {
    await this.press(this.texts.common.t("page.back"));
    await this.seesInbox();
  }

  async looksForNewCases(): Promise<void> {
    const answer = this.page.waitForResponse((response) => response.url().endsWith("/api/inbox"));
    await this.press(this.texts.desk.t("inbox.refresh"));
    await answer;
    await this.button(this.texts.desk.t("inbox.refresh"))
      .and(this.page.locator(":not([aria-disabled])"))
      .waitFor();
  }

  async signsOut(): Promise<void> {
    const { t } = this.texts.desk;
    await this.press(t("frame.sign-out"));
    await this.reads(t("sign-in.signed-out"));
  }
}
