/** A member who keeps pieces of keys: signs in, reads who asks and why, agrees or does not. */
import type { ReleaseRefusal } from "../../worker/contract/release.ts";
import type { Locator } from "playwright-core";
import type { TestBrowser, VisitOptions } from "./browser.ts";
import { textsIn, type PageLanguage } from "./people.ts";
import { Reviewer } from "./reviewer.ts";
import type { MemberHandle, Site } from "./site.ts";

export class Custodian extends Reviewer {
  /** Signed in, and looking at what they are asked. */
  static override async isAt(
    site: Site,
    browser: TestBrowser,
    handle: MemberHandle,
    language: PageLanguage = "en",
    options: VisitOptions = {},
  ): Promise<Custodian> {
    const visit = await browser.visit({ width: 1280, height: 900, ...options, language });
    const custodian = new Custodian(visit, language, await textsIn(language));
    await custodian.goTo("/desk");
    await custodian.reaches(custodian.texts.desk.t("sign-in.title"));
    await custodian.signsIn(site, handle);
    await custodian.reaches(custodian.texts.desk.t("releases.title"));
    return custodian;
  }

  /** The request that gives that reason. */
  #request(reason: string): Locator {
    return this.page.getByRole("listitem").filter({ hasText: reason });
  }

  async agrees(reason: string): Promise<void> {
    const { t } = this.texts.desk;
    await this.#request(reason).getByText(t("releases.agree"), { exact: true }).click();
    await this.press(t("releases.confirm-agree"));
    await this.reads(t("releases.done"));
  }

  async refuses(reason: string, refusal: ReleaseRefusal): Promise<void> {
    const { common, desk } = this.texts;
    await this.#request(reason).getByText(desk.t("releases.refuse"), { exact: true }).click();
    await this.choose(common.t(`release.${refusal}`));
    await this.press(desk.t("releases.send-refusal"));
    await this.reads(desk.t("releases.done"));
  }
}
