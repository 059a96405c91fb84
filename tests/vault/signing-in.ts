/** Vaults as a page would have them: started, and for members signed in and unlocked. */
import type { StoredKeyring } from "../../worker/contract/session.ts";
import type { PublishedRoster } from "../../worker/contract/roster.ts";
import { DeskVault } from "../../web/vault/desk-vault.ts";
import type { ReportDraft, SealedReport } from "../../web/vault/interface.ts";
import { ReporterVault } from "../../web/vault/reporter-vault.ts";
import { ORIGIN, TODAY, type MemberHandle, type Organisation } from "../support/organisation.ts";

export function draftTo(deskId: string, change: Partial<ReportDraft> = {}): ReportDraft {
  return {
    desk: deskId,
    urgent: false,
    excluded: [],
    identity: null,
    channel: "custody_abduction",
    language: "en",
    title: "Not brought back",
    text: "She was to be home on Sunday.",
    day: TODAY,
    ...change,
  };
}

export async function verifiedReporter(
  organisation: Organisation,
  published: PublishedRoster = organisation.published,
): Promise<ReporterVault> {
  const vault = new ReporterVault(organisation.trust);
  await vault.start();
  await vault.verifyRoster(published, TODAY, ORIGIN);
  return vault;
}

export interface Sent {
  readonly vault: ReporterVault;
  readonly report: SealedReport;
  /** Twelve words. */
  readonly code: string;
}

export async function sendReport(
  organisation: Organisation,
  change: Partial<ReportDraft> = {},
): Promise<Sent> {
  const vault = await verifiedReporter(organisation);
  const report = await vault.sealReport(draftTo(organisation.desks.first, change));
  return { vault, report, code: (await vault.trackingCode("en")).words.join(" ") };
}

/** Somebody who comes back with the code and nothing else. */
export async function returning(organisation: Organisation, code: string): Promise<ReporterVault> {
  const vault = await verifiedReporter(organisation);
  await vault.enterCode(code);
  return vault;
}

export function signedIn(organisation: Organisation, handle: MemberHandle): StoredKeyring {
  const { id, keyring } = organisation.people[handle];
  return { member: id, keyring, keyringVersion: 1, slots: [] };
}

/** A vault that has stretched their passphrase and waits for a keyring to open with it, once. */
export async function arrivedDesk(
  organisation: Organisation,
  handle: MemberHandle,
): Promise<DeskVault> {
  const { passphrase, parameters } = organisation.people[handle];
  const vault = new DeskVault(organisation.trust);
  await vault.start();
  await vault.stretch(passphrase, parameters);
  return vault;
}

export async function unlockedDesk(
  organisation: Organisation,
  handle: MemberHandle,
): Promise<DeskVault> {
  const vault = await arrivedDesk(organisation, handle);
  await vault.unlock(signedIn(organisation, handle));
  return vault;
}

export async function desk(organisation: Organisation, handle: MemberHandle): Promise<DeskVault> {
  const vault = await unlockedDesk(organisation, handle);
  await vault.verifyRoster(organisation.published, TODAY, ORIGIN);
  return vault;
}
