/** What members do about being brought back by colleagues: choosing them, asking them, comparing words, agreeing. */
import type { TestBrowser } from "./browser.ts";
import { opensAccount } from "./account.ts";
import type { Coordinator } from "./coordinator.ts";
import type { PageLanguage } from "./people.ts";
import { Reviewer } from "./reviewer.ts";

/** At the people's place, by a coordinator who may sign. */
export async function asksForColleagues(coordinator: Coordinator, count: number): Promise<void> {
  const { t } = coordinator.texts.desk;
  const form = coordinator.page.getByRole("form", { name: t("people.recovery-title") });
  await form
    .getByRole("combobox", { name: t("people.recovery-how-many"), exact: true })
    .selectOption({ label: t("people.recovery-count", { count }) });
  await form.getByRole("button", { name: t("people.recovery-save"), exact: true }).click();
  await coordinator.reads(t("people.done"));
}

/** In one's account. */
export async function choosesColleagues(member: Reviewer, names: readonly string[]): Promise<void> {
  const { t } = member.texts.desk;
  await opensAccount(member);
  await member.press(t("colleagues.choose"));
  for (const name of names) {
    await member.page.getByRole("checkbox", { name, exact: true }).check({ force: true });
  }
  await member.press(t("colleagues.save"));
  await member.reads(t("colleagues.saved"));
}

async function goesToAsking(browser: TestBrowser, language: PageLanguage): Promise<Reviewer> {
  const member = await Reviewer.arrives(browser, language);
  const { t } = member.texts.desk;
  await member.press(t("sign-in.lost"));
  await member.reaches(t("recover.title"));
  await member.press(t("recover.no-key"));
  await member.reaches(t("ask.title"));
  return member;
}

export interface Asking {
  readonly member: Reviewer;
  readonly words: readonly string[];
  /** To come back with. */
  readonly code: readonly string[];
}

async function listed(member: Reviewer, testId: string): Promise<readonly string[]> {
  const items = member.page.getByTestId(testId).getByRole("listitem");
  await items.first().waitFor();
  return items.allTextContents();
}

/** Somebody without a passphrase, at a browser of their own. */
export async function asksColleagues(
  browser: TestBrowser,
  handle: string,
  language: PageLanguage = "en",
): Promise<Asking> {
  const member = await goesToAsking(browser, language);
  const { t } = member.texts.desk;
  await member.field(t("sign-in.handle")).fill(handle);
  await member.press(t("ask.submit"));
  await member.reaches(t("ask.waiting-title"));
  const words = await listed(member, "request-words");
  return { member, words, code: await listed(member, "request-code") };
}

/** The same person, later, with the twelve words. */
export async function comesBackToAsking(
  browser: TestBrowser,
  handle: string,
  code: readonly string[],
  language: PageLanguage = "en",
): Promise<Omit<Asking, "code">> {
  const member = await goesToAsking(browser, language);
  const { t } = member.texts.desk;
  await member.press(t("ask.asked-already"));
  await member.field(t("sign-in.handle")).fill(handle);
  await member.field(t("ask.code")).fill(code.join(" "));
  await member.press(t("ask.go-on"));
  await member.reaches(t("ask.waiting-title"));
  return { member, words: await listed(member, "request-words") };
}

/** Goes to the place of requests. Answers the six words beside that name. */
export async function readsRequest(colleague: Reviewer, name: string): Promise<readonly string[]> {
  const { t } = colleague.texts.desk;
  await colleague.page
    .getByRole("navigation")
    .getByRole("button", { name: t("place.recoveries"), exact: true })
    .click();
  await colleague.reaches(t("recoveries.title"));
  const words = colleague.page
    .getByRole("group", { name: t("recoveries.words", { name }), exact: true })
    .getByRole("listitem");
  await words.first().waitFor();
  return words.allTextContents();
}

export async function approves(colleague: Reviewer, name: string): Promise<void> {
  const { t } = colleague.texts.desk;
  await colleague.press(t("recoveries.approve", { name }));
  await colleague.reads(t("recoveries.done"));
  await colleague.reads(t("recoveries.approved"));
}
