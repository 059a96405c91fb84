/** One change of the organisation, from the roster in force to the members and desks of the next. */
import { CLOSED_MONTHS } from "../../worker/contract/retention.ts";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { ID_BYTES } from "../../worker/contract/limits.ts";
import type { Desk, Member, Role, Roster } from "../../worker/contract/roster.ts";
import { random } from "../crypto/bytes.ts";
import type { DeskPlan, RosterChange } from "./coordination.ts";
import { VaultFailure } from "./failure.ts";
import type { Joined } from "./joined.ts";

/** Somebody's place at each desk, by what they are: reviewers read, custodians keep identities. */
function seated(
  desks: readonly Desk[],
  member: string,
  roles: readonly Role[],
  at: readonly string[],
): Desk[] {
  const seat = (list: readonly string[], takes: boolean): string[] => {
    const others = list.filter((id) => id !== member);
    return takes ? [...others, member] : others;
  };
  return desks.map((desk) => ({
    ...desk,
    members: seat(desk.members, at.includes(desk.id) && roles.includes("reviewer")),
    custodians: seat(desk.custodians, at.includes(desk.id) && roles.includes("custodian")),
  }));
}

function changed(roster: Roster, id: string, change: Partial<Member>): Member[] {
  if (!roster.members.some((member) => member.id === id)) throw new VaultFailure("not-a-member");
  return roster.members.map((member) => (member.id === id ? { ...member, ...change } : member));
}

/** As planned; who belongs to it, and how many custodians must agree, stays. */
function described(
  desk: Pick<Desk, "id" | "members" | "custodians" | "identityThreshold">,
  { names, country, languages, oversight, closedMonths }: DeskPlan,
): Desk {
  const { id, members, custodians, identityThreshold } = desk;
  return {
    id,
    names: { ...names },
    country,
    languages: [...languages],
    members,
    custodians,
    ...(identityThreshold === undefined ? {} : { identityThreshold }),
    ...(oversight ? { oversight } : {}),
    // The house's own schedule is no rule of the desk's.
    ...(closedMonths === CLOSED_MONTHS ? {} : { retention: { closedMonths } }),
  };
}

/**
 * Members and desks of the next roster; whether it would hold is found out afterwards.
 * @throws VaultFailure `not-a-member`, `unknown-desk`, `not-ready`
 */
export function rosterWith(
  change: RosterChange,
  roster: Roster,
  joined: Joined | null,
  today: number,
): Pick<Roster, "members" | "desks"> {
  const { members, desks } = roster;
  switch (change.kind) {
    case "renew":
    case "recovery":
      return { members, desks };
    case "revoke":
      return { members: changed(roster, change.member, { revokedDay: today }), desks };
    case "assign": {
      const { member, roles, desks: at } = change;
      const listed = changed(roster, member, { roles: [...roles] });
      return { members: listed, desks: seated(desks, member, roles, at) };
    }
    case "change-desk": {
      const { desk: id } = change;
      if (!desks.some((desk) => desk.id === id)) throw new VaultFailure("unknown-desk");
      return {
        members,
        desks: desks.map((desk) => (desk.id === id ? described(desk, change) : desk)),
      };
    }
    case "add-desk": {
      const seats = { members: [...change.members], custodians: [] };
      const added = described({ id: toBase64Url(random(ID_BYTES)), ...seats }, change);
      return { members, desks: [...desks, added] };
    }
    case "confirm": {
      if (joined === null) throw new VaultFailure("not-ready");
      const { memberId: id, name, roles, desks: at } = joined.invitation;
      const member: Member = { id, name, roles, key: joined.joining.key };
      return { members: [...members, member], desks: seated(desks, id, roles, at) };
    }
  }
}
