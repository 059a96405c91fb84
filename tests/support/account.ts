/** What a member does about how they come in: a second proof, another passphrase, a recovery key, coming back by it. */
import { base32nopad } from "@scure/base";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { nextCode } from "./authenticator.ts";
import type { TestBrowser } from "./browser.ts";
import type { PageLanguage } from "./people.ts";
import { Reviewer } from "./reviewer.ts";

/**
 * Whoever must prove a second thing sets up an authenticator before anything else; answers its secret, base64url.
 * @param lost the secret of the one they had before
 */
export async function setsUpAuthenticator(member: Reviewer, lost = ""): Promise<string> {
  const { t } = member.texts.desk;
  await member.reaches(t("proofs.needed-title"));
  await member.press(t("factors.add-authenticator"));
  const shown = await member.page.locator("code.authenticator-key").textContent();
  const secret = toBase64Url(base32nopad.decode((shown ?? "").replaceAll(" ", "")));
  await member.field(t("authenticator.code")).fill(await nextCode(secret, lost));
  await member.press(t("authenticator.add"));
  return secret;
}

/** Goes from wherever they are to their account. */
export async function opensAccount(member: Reviewer): Promise<void> {
  const { t } = member.texts.desk;
  await member.press(t("place.account"));
  await member.reaches(t("account.title"));
}

/** Reads the passphrase that was made for them and types it once more; answers it. */
async function takesMadePassphrase(member: Reviewer, submit: string): Promise<string> {
  const { t } = member.texts.desk;
  const shown = member.page.getByTestId("passphrase");
  await shown.filter({ hasText: / / }).waitFor();
  const passphrase = (await shown.textContent()) ?? "";
  await member.field(t("passphrase.again")).fill(passphrase);
  await member.press(submit);
  return passphrase;
}

/** In one's account. Answers the new passphrase. */
export async function changesPassphrase(member: Reviewer): Promise<string> {
  const { t } = member.texts.desk;
  await member.press(t("passphrase.change"));
  const passphrase = await takesMadePassphrase(member, t("passphrase.submit"));
  await member.reads(t("passphrase.done"));
  return passphrase;
}

/** On the screen that shows a recovery key: keeps it and gives back two of its words. Answers all twelve. */
async function keepsRecoveryKey(member: Reviewer): Promise<readonly string[]> {
  const { t } = member.texts.desk;
  await member.reaches(t("recovery-key.title"));
  const words = member.page.getByTestId("recovery-words").getByRole("listitem");
  await words.nth(11).waitFor();
  const kept = await words.allTextContents();
  await member.press(t("recovery-key.kept"));
  await member.reaches(t("recovery-key.check-title"));
  for (const position of [3, 8]) {
    await member.field(t("recovery-key.word", { position })).fill(kept[position - 1] ?? "");
  }
  await member.press(t("recovery-key.check"));
  return kept;
}

/** In one's account. Answers the twelve words. */
export async function makesRecoveryKey(member: Reviewer): Promise<readonly string[]> {
  const { t } = member.texts.desk;
  await member.press(t("recovery-key.make"));
  const words = await keepsRecoveryKey(member);
  await member.reads(t("recovery-key.done"));
  return words;
}

/** Somebody at a browser of their own who has lost their passphrase, up to pressing the button. */
export async function triesToRecover(
  browser: TestBrowser,
  handle: string,
  key: string,
  language: PageLanguage = "en",
): Promise<Reviewer> {
  const member = await Reviewer.arrives(browser, language);
  const { t } = member.texts.desk;
  await member.press(t("sign-in.lost"));
  await member.reaches(t("recover.title"));
  await member.field(t("sign-in.handle")).fill(handle);
  await member.field(t("recover.key")).fill(key);
  await member.press(t("recover.submit"));
  return member;
}

export interface Recovered {
  readonly passphrase: string;
  readonly words: readonly string[];
}

/** From being let in by the recovery key to the sign-in screen: a new passphrase and a new key. */
export async function recovers(member: Reviewer): Promise<Recovered> {
  const { t } = member.texts.desk;
  await member.reaches(t("recover.passphrase-title"));
  const passphrase = await takesMadePassphrase(member, t("recover.passphrase-next"));
  const words = await keepsRecoveryKey(member);
  await member.reads(t("sign-in.recovered"));
  return { passphrase, words };
}
