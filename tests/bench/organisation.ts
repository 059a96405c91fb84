/**
 * The organisation the bench measures with: founded like any other, its keys real, its people invented.
 * Founded once a run, for an origin that servers are told and need not be reached at.
 */
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { dayOf } from "../../worker/domain/clocks.ts";
import { found, type Founded, type FoundedMember } from "../../web/command/founding.ts";
import { foundingRows } from "../../web/command/rows.ts";
import { loadSodiumWithArgon2 } from "../../web/crypto/sodium.ts";
import { DeskVault } from "../../web/vault/desk-vault.ts";
import type { ReportDraft } from "../../web/vault/interface.ts";
import { ReporterVault } from "../../web/vault/reporter-vault.ts";

/** Days since 1970-01-01, UTC. */
export function today(): number {
  return dayOf(Date.now());
}

const RECIPIENTS = ["first", "second", "third"] as const;

export interface Organisation {
  readonly founded: Founded;
  readonly origin: string;
  readonly desk: string;
  /** Everybody a report to the desk is sealed to. */
  readonly recipients: readonly FoundedMember[];
  /** As rows of its database, one SQL statement each. */
  readonly rows: readonly string[];
}

/** @param origins the first names the organisation; pages may be served from any. */
export async function foundOrganisation(
  origins: readonly [string, ...string[]],
): Promise<Organisation> {
  await loadSodiumWithArgon2();
  const founded = found(
    {
      organisation: "Invented",
      origins,
      desks: [
        {
          names: { en: "Desk" },
          country: "IE",
          languages: ["en"],
          members: RECIPIENTS,
          custodians: [],
        },
        {
          names: { en: "Other desk" },
          country: "FR",
          languages: ["en"],
          members: ["elsewhere"],
          custodians: [],
        },
      ],
      members: [
        ...RECIPIENTS.map((handle) => ({ handle, name: handle, roles: ["reviewer"] as const })),
        { handle: "elsewhere", name: "elsewhere", roles: ["reviewer"] },
        { handle: "signer", name: "signer", roles: ["coordinator"] },
      ],
      signer: "signer",
      today: today(),
      validDays: 30,
    },
    { language: "en", words: wordlist },
  );
  const desk = founded.roster.desks[0];
  if (desk === undefined) throw new Error("bench: an organisation without a desk");
  return {
    founded,
    origin: origins[0],
    desk: desk.id,
    recipients: founded.members.filter(({ id }) => desk.members.includes(id)),
    rows: foundingRows(founded),
  };
}

/** A reporter's vault that has verified the organisation, its keys not yet made. */
export async function openReporterVault(organisation: Organisation): Promise<ReporterVault> {
  const { founded, origin } = organisation;
  const vault = new ReporterVault(founded.trust);
  await vault.start();
  await vault.verifyRoster(founded.published, today(), origin);
  return vault;
}

/** The vault of the desk's first recipient, their passphrase stretched and their keyring still closed. */
export async function arrivedDeskVault(
  organisation: Organisation,
): Promise<{ readonly vault: DeskVault; readonly member: FoundedMember }> {
  const { founded, recipients } = organisation;
  const [member] = recipients;
  if (member === undefined) throw new Error("bench: a desk without a recipient");
  const vault = new DeskVault(founded.trust);
  await vault.start();
  await vault.stretch(member.passphrase, member.parameters);
  return { vault, member };
}

/** Opens their keyring, and has them verify who is who. */
export async function unlockDeskVault(
  vault: DeskVault,
  { id, keyring }: FoundedMember,
  { founded, origin }: Organisation,
): Promise<void> {
  await vault.unlock({ member: id, keyring, keyringVersion: 1, slots: [] });
  await vault.verifyRoster(founded.published, today(), origin);
}

/** The vault of the desk's first recipient, unlocked. */
export async function openDeskVault(
  organisation: Organisation,
): Promise<{ readonly vault: DeskVault; readonly member: FoundedMember }> {
  const { vault, member } = await arrivedDeskVault(organisation);
  await unlockDeskVault(vault, member, organisation);
  return { vault, member };
}

/** An invented report with that many characters of text. */
export function draftOf(organisation: Organisation, characters: number): ReportDraft {
  return {
    desk: organisation.desk,
    urgent: false,
    excluded: [],
    identity: null,
    channel: "professional_disclosure",
    language: "en",
    title: "An invented title",
    text: "An invented report. ".repeat(Math.ceil(characters / 20)).slice(0, characters),
    day: today(),
  };
}
