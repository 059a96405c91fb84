/**
 * Statements in plain lines. Invariant: no secret is among what is shown, and nothing that somebody wrote into a
 * statement can move the cursor, colour the terminal or turn the line around.
 */
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { fromBase64Url, toBase64Url } from "../../../worker/contract/bytes.ts";
import type { Delegation, Desk, Member, Roster, Trust } from "../../../worker/contract/roster.ts";
import { fingerprintWords } from "../../crypto/invitation.ts";
import { verifyKey, type SealPublicKey } from "../../crypto/keys.ts";
import type { RootFile } from "../../crypto/root-file.ts";
import { dateOf } from "./day.ts";

const MOVES = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Text as it can be shown in a terminal: what would act there stands as its number. */
export function shown(text: string): string {
  return text.replace(MOVES, (character) => {
    const number = character.codePointAt(0) ?? 0;
    return `\\u{${number.toString(16)}}`;
  });
}

function span({ issuedDay, expiresDay }: Pick<Roster, "issuedDay" | "expiresDay">): string {
  return `from ${dateOf(issuedDay)} until ${dateOf(expiresDay)}`;
}

export function describeTrust(trust: Trust): readonly string[] {
  const { rootKey, origins, rosterFloor, delegationFloor } = trust;
  const floor = delegationFloor === undefined ? "any" : `of ${dateOf(delegationFloor)} or later`;
  return [
    "Trust",
    `  root key     ${rootKey}`,
    ...origins.map((origin) => `  origin       ${shown(origin)}`),
    `  rosters      version ${rosterFloor} or later`,
    `  delegations  ${floor}`,
  ];
}

export function describeRootFile({ rootKey, parameters }: RootFile): readonly string[] {
  return [
    "Root key, sealed under a passphrase",
    `  public key   ${toBase64Url(rootKey)}`,
    `  Argon2id     ${parameters.passes} passes over ${parameters.memoryKiB} KiB`,
  ];
}

/** @param names of members by id, as far as they are known */
export function describeDelegation(
  delegation: Delegation,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  return [
    `Delegation, ${span(delegation)}`,
    `  origin       ${shown(delegation.origin)}`,
    ...delegation.signers.map(
      ({ memberId }) => `  may sign     ${shown(names.get(memberId) ?? "somebody")}, ${memberId}`,
    ),
  ];
}

export function namesIn({ members }: Roster): ReadonlyMap<string, string> {
  return new Map(members.map(({ id, name }) => [id, name]));
}

function describeDesk(desk: Desk, names: ReadonlyMap<string, string>): readonly string[] {
  const list = (ids: readonly string[]): string =>
    ids.length === 0 ? "nobody" : ids.map((id) => shown(names.get(id) ?? id)).join(", ");
  return [
    `Desk ${desk.id}`,
    ...Object.entries(desk.names).map(
      ([language, name]) => `  name (${language})    ${shown(name)}`,
    ),
    `  country      ${desk.country}`,
    `  languages    ${desk.languages.join(", ")}`,
    ...(desk.oversight === true ? ["  oversight    of the other desks"] : []),
    `  members      ${list(desk.members)}`,
    `  custodians   ${list(desk.custodians)}`,
  ];
}

/** Six words of a member's keys. */
export function wordsOf(member: Member, sealKey: SealPublicKey | undefined): string {
  if (sealKey === undefined) return "(no key packet)";
  const id = fromBase64Url(member.id);
  const key = verifyKey(fromBase64Url(member.key));
  return fingerprintWords(id, key, sealKey, { language: "en", words: wordlist }).join(" ");
}

/** @param sealKeys each member's own, by member id */
export function describeRoster(
  roster: Roster,
  sealKeys: ReadonlyMap<string, SealPublicKey>,
): readonly string[] {
  const names = namesIn(roster);
  return [
    `Roster ${roster.version}, ${span(roster)}`,
    `  of           ${shown(roster.organisation)}`,
    `  origin       ${shown(roster.origin)}`,
    ...roster.desks.flatMap((desk) => describeDesk(desk, names)),
    ...roster.members.flatMap((member) => [
      `Member ${member.id}`,
      `  name         ${shown(member.name)}`,
      `  roles        ${member.roles.join(", ")}`,
      ...(member.revokedDay === undefined ? [] : [`  until        ${dateOf(member.revokedDay)}`]),
      `  words        ${wordsOf(member, sealKeys.get(member.id))}`,
    ]),
  ];
}
