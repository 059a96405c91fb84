/** A coordinator at the people's place: invites, compares words, confirms or refuses, changes, renews. */
import type { Role } from "../../worker/contract/roster.ts";
import type { TestBrowser } from "./browser.ts";
import { Reviewer } from "./reviewer.ts";
import type { PageLanguage } from "./people.ts";
import type { DeskName } from "./site.ts";
import { DESKS } from "./site.ts";

export interface Invited {
  readonly name: string;
  readonly handle: string;
  readonly roles: readonly Role[];
  readonly desks: readonly DeskName[];
}

export class Coordinator extends Reviewer {
  static override async arrives(
    browser: TestBrowser,
    language: PageLanguage,
  ): Promise<Coordinator> {
    const { visit, texts } = await Reviewer.arrives(browser, language);
    return new Coordinator(visit, language, texts);
  }

  async goesToPeople(): Promise<void> {
    const { t } = this.texts.desk;
    await this.press(t("place.people"));
    await this.reaches(t("people.title"));
    await this.page.getByRole("heading", { name: t("invitation.title"), exact: true }).waitFor();
  }

  /** Ticks boxes by their labels. */
  async #ticks(labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      await this.page.getByRole("checkbox", { name: label, exact: true }).check({ force: true });
    }
  }

  deskName(desk: DeskName): string {
    return DESKS[desk].names[this.language];
  }

  /** Answers the link. */
  async invites({ name, handle, roles, desks }: Invited): Promise<string> {
    const { common, desk } = this.texts;
    await this.press(desk.t("invite.open"));
    await this.field(desk.t("invite.name")).fill(name);
    await this.field(desk.t("invite.handle")).fill(handle);
    await this.#ticks(roles.map((role) => common.t(`role.${role}`)));
    await this.#ticks(desks.map((one) => this.deskName(one)));
    await this.press(desk.t("invite.submit"));
    await this.reads(desk.t("invite.link-title", { name }));
    const link = this.page.getByText(/\/join#/u);
    return (await link.textContent()) ?? "";
  }

  async looksForChanges(): Promise<void> {
    const { t } = this.texts.desk;
    await this.press(t("people.refresh"));
  }

  /** The six words beside somebody who has joined. */
  async readsWords(name: string): Promise<readonly string[]> {
    const { t } = this.texts.desk;
    const words = this.page.getByRole("group", {
      name: t("invitation.words", { name }),
      exact: true,
    });
    await words.waitFor();
    return words.getByRole("listitem").allTextContents();
  }

  async confirms(name: string): Promise<void> {
    const { t } = this.texts.desk;
    await this.press(t("invitation.match", { name }));
    await this.reads(t("invitation.confirmed", { name }));
  }

  async refuses(name: string): Promise<void> {
    const { t } = this.texts.desk;
    await this.press(t("invitation.differ", { name }));
    await this.reads(t("invitation.cancelled"));
  }
}
