/** The same walk past the screens of those who take people on, and of somebody who is invited. */
import { REQUEST_FAILED } from "../support/browser.ts";
import { Coordinator } from "../support/coordinator.ts";
import { expirePacket } from "../support/expired-packet.ts";
import { Joiner } from "../support/joiner.ts";
import { sendCase } from "../support/sent-case.ts";
import type { PageLanguage } from "../support/people.ts";
import { Reviewer } from "../support/reviewer.ts";
import type { MemberHandle } from "../support/site.ts";
import type { Arrival, Walk } from "./screens.ts";

/** Up to the last word, which is not said: the others of the file still sign in. */
async function walkRevoking(
  coordinator: Coordinator,
  see: (name: string) => Promise<void>,
  { name }: { readonly name: string },
): Promise<void> {
  const { t } = coordinator.texts.desk;
  await coordinator.press(t("people.change-name", { name }));
  await coordinator.press(t("people.revoke"));
  await coordinator.reads(t("held.alone-cannot"));
  await coordinator.press(t("people.revoke-confirm", { name }));
  await coordinator.reads(t("people.revoke-reason-missing"));
  await see("people, about to take somebody off without a reason");
  await coordinator.choose(t("revocation.other"));
  await coordinator.press(t("people.revoke-confirm", { name }));
  await coordinator.reads(t("held.agree"));
  await see("people, about to give cases up");
  await coordinator.press(t("people.put-away"));
}

/** From the invitation to the confirmation, on both sides. */
export async function walkJoining({ site, browser, language, look }: Walk): Promise<void> {
  const excluded = [site.member("samira").id, site.member("linnet").id];
  const writing = { desk: "north", title: `Read by Rowan, ${language}`, text: "Words." } as const;
  await sendCase(site, { ...writing, change: { excluded } });
  const coordinator = await Coordinator.arrives(browser, language);
  const { desk } = coordinator.texts;
  await coordinator.signsIn(site, "ines");
  await coordinator.seesInbox();
  await coordinator.goesToPeople();
  const see = async (name: string, arrival: Arrival = "same"): Promise<void> =>
    look(coordinator, name, arrival);
  await see("people", "new");
  const rowan = { name: site.member("rowan").name };
  await coordinator.press(desk.t("people.change-name", rowan));
  await coordinator.button(desk.t("people.save")).waitFor();
  await see("people, changing somebody");
  await coordinator.press(desk.t("reset.open"));
  await see("people, about to reset a second step");
  await coordinator.press(desk.t("people.put-away"));
  await walkRevoking(coordinator, see, rowan);
  await coordinator.press(desk.t("team.add"));
  await coordinator.press(desk.t("people.save"));
  await coordinator.reads(desk.t("team.name-missing"));
  await see("people, a team without a name");
  await coordinator.press(desk.t("people.put-away"));
  await coordinator.press(desk.t("invite.open"));
  await coordinator.press(desk.t("invite.submit"));
  await coordinator.reads(desk.t("invite.name-missing"));
  await see("people, inviting nobody");
  await coordinator.press(desk.t("people.put-away"));
  const name = `Curlew ${language}`;
  const handle = `curlew-${language}`;
  const link = await coordinator.invites({ name, handle, roles: ["reviewer"], desks: ["south"] });
  await see("people, the link");
  await coordinator.press(desk.t("invite.sent"));

  const joiner = await Joiner.opens(browser, link, language);
  await joiner.makesKeys({
    offered: async () => look(joiner, "join-offer", "new"),
    shown: async () => look(joiner, "join-passphrase", "new"),
    asked: async () => look(joiner, "join-check", "new"),
  });
  await joiner.readsWords();
  await look(joiner, "join-words", "new");
  await coordinator.looksForChanges();
  await coordinator.readsWords(name);
  await see("people, six words");
  await coordinator.confirms(name);
  await see("people, confirmed");
  await joiner.looksWhetherConfirmed();
  await joiner.reaches(joiner.join.t("done.title"));
  await look(joiner, "join-done", "new");

  const late = await Joiner.opens(browser, link, language);
  late.visit.expects(REQUEST_FAILED);
  await late.reads(late.join.t("refused.gone"));
  await look(late, "join-refused", "new");
  await walkOwnKey({ site, browser, language, look });
}

/** One each: whoever has renewed their key has a younger one than the one that runs out here. */
const AWAY = { en: "linnet", fr: "samira", ar: "rowan" } as const satisfies Record<
  PageLanguage,
  MemberHandle
>;

/** Somebody whose key ran out while they were away. */
async function walkOwnKey({ site, browser, language, look }: Walk): Promise<void> {
  const handle = AWAY[language];
  await expirePacket(site, handle);
  const member = await Reviewer.arrives(browser, language);
  const { t } = member.texts.desk;
  await member.signsIn(site, handle);
  await member.reaches(t("own-key.title"));
  await look(member, "own key, run out", "new");
  await member.press(t("own-key.renew"));
  await member.seesInbox();
}
