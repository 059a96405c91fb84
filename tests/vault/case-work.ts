/** A case on its way: sealed, opened, answered, by the vaults that would do it. */
import type { DeskVault } from "../../web/vault/desk-vault.ts";
import type { AccessAct, DeskAct, ReportDraft } from "../../web/vault/interface.ts";
import { TODAY, type Organisation } from "../support/organisation.ts";
import { sendReport, type Sent } from "./signing-in.ts";
import { ServedCase } from "./served-case.ts";

export interface Underway extends Sent {
  readonly served: ServedCase;
}

/** A report that nobody has opened. */
export async function received(
  organisation: Organisation,
  change: Partial<ReportDraft> = {},
): Promise<Underway> {
  const sent = await sendReport(organisation, change);
  return { ...sent, served: new ServedCase(sent.report) };
}

/** Opens the case in that vault and lets it act. */
export async function act(
  vault: DeskVault,
  served: ServedCase,
  member: string,
  ...acts: readonly DeskAct[]
): Promise<void> {
  for (const next of acts) {
    await vault.openCase(served.memberPage(member));
    served.append(await vault.seal(next, TODAY));
  }
}

/** Opens the case in that vault and changes who may read it. */
export async function changeAccess(
  vault: DeskVault,
  served: ServedCase,
  member: string,
  ...acts: readonly AccessAct[]
): Promise<void> {
  for (const next of acts) {
    await vault.openCase(served.memberPage(member));
    served.change(await vault.sealAccess(next, TODAY), member);
  }
}

export function granting(member: string): AccessAct {
  return { kind: "grant", member, reason: "She knows the other country.", language: "en" };
}

export function removing(member: string): AccessAct {
  return { kind: "removal", member, reason: "He knows the family.", language: "en" };
}

export const RECUSAL: AccessAct = { kind: "recusal", reason: "", language: "en" };
export const REKEY: AccessAct = { kind: "rekey" };

export const REPLY: DeskAct = { kind: "reply", text: "We are looking into it.", language: "en" };
export const INTERNAL_NOTE: DeskAct = { kind: "note", text: "Call the embassy.", language: "en" };

/**
 * Report; acknowledgement, reply and receipt; the reporter's answer; another reply and its receipt; an opening and a
 * note: seven entries in the conversation, two in the internal lane.
 */
export async function answered(
  organisation: Organisation,
  vault: DeskVault,
  member: string,
): Promise<Underway> {
  const underway = await received(organisation);
  const { served } = underway;
  await act(vault, served, member, REPLY);
  await underway.vault.openCase(served.reporterPage());
  served.add(await underway.vault.sealMessage("Thank you. He has family abroad.", "en", TODAY));
  await act(
    vault,
    served,
    member,
    { kind: "reply", text: "Where?", language: "en" },
    INTERNAL_NOTE,
  );
  return underway;
}
