/** The roster that was last in force, as far as the root key can build on it. */
import type {
  Delegation,
  Member,
  PublishedRoster,
  Roster,
  Trust,
} from "../../../worker/contract/roster.ts";
import type { SealPublicKey } from "../../crypto/keys.ts";
import {
  isActive,
  verifyDelegation,
  verifyPackets,
  verifyRosterStatement,
} from "../../crypto/roster.ts";
import { Complaint } from "./command.ts";
import { reasonFor } from "./reasons.ts";

export interface StandingRoster {
  readonly delegation: Delegation;
  readonly roster: Roster;
  readonly sealKeys: ReadonlyMap<string, SealPublicKey>;
}

/**
 * Follows the chain but for its last days: an organisation whose delegation ran out is renewed from here.
 * @throws Complaint saying what does not hold.
 */
export function standingRoster(published: PublishedRoster, trust: Trust): StandingRoster {
  // On day 0 nothing has run out.
  const conditions = { trust, today: 0, highestVersion: 0 };
  try {
    const delegation = verifyDelegation(published.delegation, conditions);
    const { signer } = published;
    const { roster } = verifyRosterStatement(published.roster, signer, delegation, conditions);
    const { sealKeys } = verifyPackets(published.packets, roster, conditions);
    return { delegation, roster, sealKeys };
  } catch (thrown) {
    throw new Complaint(`The roster does not hold: ${reasonFor(thrown)}.`, { cause: thrown });
  }
}

function isCalled(member: Member, name: string): boolean {
  return member.name.normalize("NFKC").toLowerCase() === name.normalize("NFKC").toLowerCase();
}

/** @param name an id, or a name as it stands in the roster. @throws Complaint unless it is one active coordinator's. */
export function coordinatorCalled({ roster }: StandingRoster, name: string, today: number): Member {
  const byId = roster.members.filter(({ id }) => id === name);
  const found = byId.length > 0 ? byId : roster.members.filter((member) => isCalled(member, name));
  const [member, another] = found;
  if (member === undefined) throw new Complaint(`The roster names nobody "${name}".`);
  if (another !== undefined) {
    throw new Complaint(`Several members are called "${name}": give the id that inspect shows.`);
  }
  if (!isActive(member, today)) throw new Complaint(`${member.name} is no longer a member.`);
  if (!member.roles.includes("coordinator")) {
    throw new Complaint(`${member.name} is no coordinator, and only coordinators sign rosters.`);
  }
  return member;
}
