/** What an untrue roster is: how it is told, by whom it would be true, and the code it is refused by. */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { Member, PublishedRoster, Roster } from "../../worker/contract/roster.ts";
import { sealKeyPair, signingSeed, verifyKeyOf } from "../../web/crypto/keys.ts";
import type { VaultFailureCode } from "../../web/vault/failure.ts";
import {
  alteredRoster,
  signedRoster,
  TODAY,
  VALID_DAYS,
  type Organisation,
} from "../support/organisation.ts";

export interface Lie {
  readonly what: string;
  readonly code: VaultFailureCode;
  readonly tell: (organisation: Organisation) => PublishedRoster;
  /** The same from whoever may say it; absent where nobody may. */
  readonly truth?: (organisation: Organisation) => PublishedRoster;
  readonly today?: number;
}

export const ATTACKER_SIGNING = signingSeed(new Uint8Array(32).fill(0xee));
export const attackerKey = () => toBase64Url(verifyKeyOf(ATTACKER_SIGNING));
export const attackerSealKey = () =>
  toBase64Url(sealKeyPair(new Uint8Array(32).fill(0xdd)).publicKey);

export const FOREIGN = "https://other.example";
export const DAY_AFTER = TODAY + VALID_DAYS + 1;
export const STRANGER_ID = "CCCCCCCCCCCCCCCCCCCCCA";

export type RosterChange = (roster: Roster, organisation: Organisation) => unknown;

export function changeMember(roster: Roster, id: string, change: Partial<Member>): Roster {
  return {
    ...roster,
    members: roster.members.map((member) => (member.id === id ? { ...member, ...change } : member)),
  };
}

export function firstDesk(roster: Roster, change: Partial<Roster["desks"][number]>): Roster {
  return {
    ...roster,
    desks: roster.desks.map((desk, at) => (at === 0 ? { ...desk, ...change } : desk)),
  };
}

/** A change only a delegated signer may make: refused from the server, believed when signed. */
export function unsigned(
  what: string,
  change: RosterChange,
  keep: (published: PublishedRoster, organisation: Organisation) => PublishedRoster = (published) =>
    published,
): Lie {
  return {
    what,
    code: "roster-signature",
    tell: (organisation) => alteredRoster(organisation, (roster) => change(roster, organisation)),
    truth: (organisation) =>
      keep(
        signedRoster(organisation, (roster) => change(roster, organisation)),
        organisation,
      ),
  };
}

/** A change that is refused even though the right key signed it. */
export function signed(what: string, code: VaultFailureCode, change: RosterChange): Lie {
  return {
    what,
    code,
    tell: (organisation) => signedRoster(organisation, (roster) => change(roster, organisation)),
  };
}
