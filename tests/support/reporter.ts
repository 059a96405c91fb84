/** Somebody who reports: writes, keeps the code, comes back with it, adds, takes it back. */
import type { Locator } from "playwright-core";
import type { Channel } from "../../web/payload/channels.ts";
import type { TestBrowser, VisitOptions } from "./browser.ts";
import { Person, textsIn, type PageLanguage } from "./people.ts";
import { DESKS, type DeskName } from "./site.ts";

export interface WrittenReport {
  readonly channel: Channel | "unsure";
  readonly desk: DeskName | "unsure";
  readonly urgent: boolean;
  readonly text: string;
  readonly title?: string;
  /** Names of people it must not be sealed to. */
  readonly without?: readonly string[];
  /** Who they are; left out by those who do not say. */
  readonly identity?: WrittenIdentity;
}

export interface WrittenIdentity {
  readonly name: string;
  readonly reach: string;
  readonly contact: string;
}

export interface KeptCode {
  readonly words: readonly string[];
  readonly numbers: readonly string[];
}

/** Which words are asked back, counted from 1. */
const ASKED_BACK = [3, 8] as const;

export class Reporter extends Person {
  /** Opens the first page in a browser of their own. */
  static async arrives(
    browser: TestBrowser,
    language: PageLanguage,
    options: VisitOptions = {},
  ): Promise<Reporter> {
    const visit = await browser.visit({ ...options, language });
    const reporter = new Reporter(visit, language, await textsIn(language));
    await reporter.goTo("/");
    await reporter.reaches(reporter.texts.report.t("danger.title"));
    return reporter;
  }

  async goOn(): Promise<void> {
    await this.press(this.texts.common.t("page.continue"));
  }

  async startWriting(): Promise<void> {
    await this.press(this.texts.report.t("start.write"));
    await this.reaches(this.texts.report.t("channel.title"));
  }

  async answerChannel(channel: WrittenReport["channel"]): Promise<void> {
    const { common, report } = this.texts;
    await this.reaches(report.t("channel.title"));
    await this.choose(
      channel === "unsure" ? report.t("channel.unsure") : common.t(`channel.${channel}`),
    );
    await this.goOn();
  }

  async answerDesk(desk: WrittenReport["desk"]): Promise<void> {
    const { report } = this.texts;
    await this.reaches(report.t("desk.title"));
    await this.choose(desk === "unsure" ? report.t("desk.unsure") : this.deskName(desk));
    await this.goOn();
  }

  deskName(desk: DeskName): string {
    return this.texts.report.pick(DESKS[desk].names).text;
  }

  async answerUrgent(urgent: boolean): Promise<void> {
    const { t } = this.texts.report;
    await this.reaches(t("urgent.title"));
    await this.choose(t(urgent ? "urgent.yes" : "urgent.no"));
    await this.goOn();
  }

  get textField(): Locator {
    return this.field(this.texts.report.t("text.label"));
  }

  get titleField(): Locator {
    const { common, report } = this.texts;
    return this.field(`${report.t("text.short-title")} (${common.t("page.optional")})`);
  }

  async answerText(text: string, title = ""): Promise<void> {
    await this.reaches(this.texts.report.t("text.title"));
    await this.textField.fill(text);
    await this.titleField.fill(title);
    await this.goOn();
  }

  /** Says who they are, or that they do not. */
  async answerIdentity(identity: WrittenIdentity | null = null): Promise<void> {
    const { report } = this.texts;
    await this.reaches(report.t("identity.title"));
    await this.choose(report.t(identity === null ? "identity.no" : "identity.yes"));
    if (identity !== null) await this.saysWho(identity);
    await this.goOn();
  }

  async saysWho(identity: WrittenIdentity): Promise<void> {
    const { common, report } = this.texts;
    for (const field of ["name", "reach", "contact"] as const) {
      const label = `${report.t(`identity.${field}`)} (${common.t("page.optional")})`;
      await this.field(label).fill(identity[field]);
    }
  }

  async answerReaders(without: readonly string[] = []): Promise<void> {
    const { t } = this.texts.report;
    await this.reaches(t("readers.title"));
    for (const name of without) {
      await this.press(t("readers.take-out-name", { name }));
      await this.button(t("readers.put-back-name", { name })).waitFor();
    }
    await this.goOn();
  }

  /** From the first page to the last look before sending. */
  async writes(report: WrittenReport): Promise<void> {
    await this.startWriting();
    await this.answerChannel(report.channel);
    await this.answerDesk(report.desk);
    await this.answerUrgent(report.urgent);
    await this.answerText(report.text, report.title);
    await this.answerIdentity(report.identity);
    await this.answerReaders(report.without);
    await this.reaches(this.texts.report.t("review.title"));
  }

  async sends(): Promise<void> {
    await this.press(this.texts.report.t("review.send"));
  }

  /** Once it is sent: reads the code off the screen. */
  async readsCode(): Promise<KeptCode> {
    await this.reaches(this.texts.report.t("code.title"));
    const [words, numbers] = await Promise.all(
      ["code-words", "code-numbers"].map((part) =>
        this.page.getByTestId(part).getByRole("listitem").allTextContents(),
      ),
    );
    return { words: words ?? [], numbers: numbers ?? [] };
  }

  /** Types back the words that are asked for. */
  async confirms(groups: readonly string[]): Promise<void> {
    const { t } = this.texts.report;
    await this.press(t("code.next"));
    await this.reaches(t("check.title"));
    for (const position of ASKED_BACK) {
      await this.field(t("check.word", { position })).fill(groups[position - 1] ?? "");
    }
    await this.press(t("check.button"));
    await this.reaches(t("done.title"));
  }

  /** The whole way, to the code. */
  async reports(report: WrittenReport): Promise<KeptCode> {
    await this.writes(report);
    await this.sends();
    return await this.readsCode();
  }

  get codeField(): Locator {
    return this.field(this.texts.report.t("enter.label"));
  }

  /** From the first page: types a code and asks for the report, whatever comes of it. */
  async entersCode(typed: string): Promise<void> {
    const { t } = this.texts.report;
    await this.press(t("start.code"));
    await this.reaches(t("enter.title"));
    await this.codeField.fill(typed);
    await this.press(t("enter.button"));
  }

  async comesBack(typed: string): Promise<void> {
    await this.entersCode(typed);
    await this.reaches(this.texts.report.t("case.title"));
  }

  get timeline(): Locator {
    return this.page.getByRole("list", {
      name: this.texts.report.t("case.timeline"),
      exact: true,
    });
  }

  /** What stands in the timeline, one text an entry, in order; receipts apart, which go with what was done. */
  async readsTimeline(): Promise<readonly string[]> {
    return await this.timeline.locator('> li:not([data-entry="receipt"])').allTextContents();
  }

  /** What was signed for them, one text a receipt, in order. */
  async readsReceipts(): Promise<readonly string[]> {
    return await this.timeline.locator('> li[data-entry="receipt"]').allTextContents();
  }

  get additionField(): Locator {
    return this.field(this.texts.report.t("case.add-label"));
  }

  async adds(text: string): Promise<void> {
    const { t } = this.texts.report;
    await this.additionField.fill(text);
    await this.press(t("case.add-button"));
    await this.reads(t("case.added"));
  }

  /** On the page of a report that was closed. */
  async challenges(text: string): Promise<void> {
    const { t } = this.texts.returning;
    await this.press(t("challenge.open"));
    await this.reaches(t("challenge.title"));
    await this.field(t("challenge.label")).fill(text);
    await this.press(t("challenge.send"));
    await this.reaches(this.texts.report.t("case.title"));
  }

  async looksAgain(): Promise<void> {
    const { t } = this.texts.report;
    await this.press(t("case.refresh"));
    await this.reads(t("case.refreshed"));
  }

  async takesBack(): Promise<void> {
    const { t } = this.texts.returning;
    await this.press(t("withdraw.open"));
    await this.reaches(t("withdraw.title"));
    await this.press(t("withdraw.confirm"));
    await this.reaches(t("withdraw.done-title"));
  }
}
