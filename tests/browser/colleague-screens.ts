/** The same walk past the screens of somebody who is brought back by colleagues, and of theirs. */
import { opensAccount } from "../support/account.ts";
import {
  approves,
  asksColleagues,
  asksForColleagues,
  choosesColleagues,
  comesBackToAsking,
  readsRequest,
} from "../support/colleagues.ts";
import { Coordinator } from "../support/coordinator.ts";
import { Reviewer } from "../support/reviewer.ts";
import type { Walk } from "./screens.ts";

/** From turning it on to the first approval. */
export async function walkRecovery({ site, browser, language, look }: Walk): Promise<void> {
  const name = (handle: Parameters<typeof site.member>[0]): string => site.member(handle).name;
  const coordinator = await Coordinator.arrives(browser, language);
  await coordinator.signsIn(site, "ines");
  await coordinator.seesInbox();
  await coordinator.goesToPeople();
  await asksForColleagues(coordinator, 2);
  await look(coordinator, "people, colleagues turned on", "same");

  const owner = await Reviewer.isAt(site, browser, "rowan", language);
  const { t } = owner.texts.desk;
  await opensAccount(owner);
  await owner.press(t("colleagues.choose"));
  await owner.press(t("colleagues.save"));
  await owner.reads(t("colleagues.too-few", { count: 2 }));
  await look(owner, "account, too few colleagues", "same");
  await owner.press(t("colleagues.put-away"));
  await choosesColleagues(owner, [name("samira"), name("linnet"), name("ines")]);
  await look(owner, "account, colleagues chosen", "same");

  const asking = await asksColleagues(browser, "rowan", language);
  await look(asking.member, "waiting for colleagues", "new");
  const again = await comesBackToAsking(browser, "rowan", asking.code, language);
  await look(again.member, "waiting for colleagues, come back", "new");

  const colleague = await Reviewer.isAt(site, browser, "samira", language);
  await colleague.reads(t("recoveries.notice", { count: 1 }));
  await look(colleague, "inbox, a colleague asks", "same");
  await readsRequest(colleague, name("rowan"));
  await look(colleague, "helping a colleague back", "new");
  await approves(colleague, name("rowan"));
  await look(colleague, "helping a colleague back, answered", "same");
  await asking.member.press(t("ask.look"));
  await asking.member.reads(t("ask.approved", { names: name("samira"), threshold: 2 }));
  await look(asking.member, "waiting for colleagues, one agreed", "same");

  await owner.press(t("place.inbox"));
  await opensAccount(owner);
  await owner.reads(t("colleagues.asked-title"));
  await look(owner, "account, somebody asks in one's name", "same");
  await owner.press(t("colleagues.refuse"));
  await owner.reads(t("colleagues.refused-done"));
  await owner.press(t("colleagues.undo"));
  await owner.reads(t("colleagues.undone"));
}

/** Asking, before anybody is asked. */
export async function walkAsking({ browser, language, look }: Walk): Promise<void> {
  const member = await Reviewer.arrives(browser, language);
  const { t } = member.texts.desk;
  await member.press(t("sign-in.lost"));
  await member.reaches(t("recover.title"));
  await member.press(t("recover.no-key"));
  await member.reaches(t("ask.title"));
  await look(member, "asking colleagues", "new");
  await member.press(t("ask.asked-already"));
  await member.field(t("sign-in.handle")).fill("rowan");
  await member.field(t("ask.code")).fill("zoo zoo zoo");
  await member.press(t("ask.go-on"));
  await member.reads(t("recover.too-few", { count: 3 }));
  await look(member, "asking colleagues, too few words", "same");
}
