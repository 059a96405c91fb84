/** The roster's own lies: members swapped, added, dropped, doubled, revoked; wrong versions, days and origins. */
import type { Member } from "../../worker/contract/roster.ts";
import {
  badlySigned,
  packetOf,
  signAnything,
  signedRoster,
  TODAY,
  withPacket,
} from "../support/organisation.ts";
import {
  ATTACKER_SIGNING,
  attackerKey,
  attackerSealKey,
  changeMember,
  DAY_AFTER,
  firstDesk,
  FOREIGN,
  signed,
  STRANGER_ID,
  unsigned,
  type Lie,
} from "./lie.ts";

export const ROSTER_LIES: readonly Lie[] = [
  unsigned(
    "a member's key swapped",
    (roster, { people }) => changeMember(roster, people.first.id, { key: attackerKey() }),
    (published, organisation) =>
      withPacket(
        published,
        organisation.people.first.id,
        signAnything("keyPacket", packetOf(organisation.people.first), ATTACKER_SIGNING),
      ),
  ),
  unsigned("a member's name swapped", (roster, { people }) =>
    changeMember(roster, people.first.id, { name: "Somebody else" }),
  ),
  unsigned(
    "a member added to a desk",
    (roster) => {
      const member: Member = {
        id: STRANGER_ID,
        name: "Added reviewer",
        roles: ["reviewer"],
        key: attackerKey(),
      };
      const added = { ...roster, members: [...roster.members, member] };
      return firstDesk(added, { members: [...(roster.desks[0]?.members ?? []), STRANGER_ID] });
    },
    (published) => ({
      ...published,
      packets: [
        ...published.packets,
        {
          member: STRANGER_ID,
          packet: signAnything(
            "keyPacket",
            {
              suite: "tern/1",
              origin: "https://tern.example",
              memberId: STRANGER_ID,
              epoch: 0,
              expiresDay: TODAY,
              key: attackerSealKey(),
            },
            ATTACKER_SIGNING,
          ),
        },
      ],
    }),
  ),
  unsigned("a member of another desk added to this one", (roster, { people }) =>
    firstDesk(roster, { members: [people.first.id, people.second.id, people.third.id] }),
  ),
  unsigned("a member dropped from a desk", (roster, { people }) =>
    firstDesk(roster, { members: [people.second.id] }),
  ),
  unsigned("a member revoked", (roster, { people }) =>
    changeMember(roster, people.first.id, { revokedDay: TODAY }),
  ),
  unsigned("a later version claimed", (roster) => ({ ...roster, version: 9 })),
  unsigned("a later expiry claimed", (roster) => ({ ...roster, expiresDay: TODAY + 999 })),
  {
    what: "a revocation taken back",
    code: "roster-signature",
    tell: (organisation) => {
      const { first } = organisation.people;
      const revoked = signedRoster(organisation, (roster) =>
        changeMember(roster, first.id, { revokedDay: TODAY }),
      );
      return {
        ...organisation.published,
        roster: { ...organisation.published.roster, signature: revoked.roster.signature },
      };
    },
    truth: ({ published }) => published,
  },
  signed("a member listed twice", "roster-duplicate", (roster) => ({
    ...roster,
    members: [...roster.members, ...roster.members.slice(0, 1)],
  })),
  signed("two members with one key", "roster-duplicate", (roster, { people }) =>
    changeMember(roster, people.first.id, {
      key: roster.members.find(({ id }) => id === people.second.id)?.key ?? "",
    }),
  ),
  signed("a desk listed twice", "roster-duplicate", (roster) => ({
    ...roster,
    desks: [...roster.desks, ...roster.desks.slice(0, 1)],
  })),
  signed("a member twice at one desk", "roster-duplicate", (roster, { people }) =>
    firstDesk(roster, { members: [people.first.id, people.first.id] }),
  ),
  signed("a custodian twice at one desk", "roster-duplicate", (roster, { people }) =>
    firstDesk(roster, { custodians: [people.coordinator.id, people.coordinator.id] }),
  ),
  signed("a desk with somebody nobody knows", "roster-malformed", (roster, { people }) =>
    firstDesk(roster, { members: [people.first.id, STRANGER_ID] }),
  ),
  signed("a desk without a reviewer", "roster-no-reviewer", (roster, { people }) =>
    firstDesk(roster, { members: [people.coordinator.id] }),
  ),
  signed("a desk whose only reviewer is revoked", "roster-no-reviewer", (roster, { people }) =>
    changeMember(roster, people.third.id, { revokedDay: TODAY }),
  ),
  signed("a foreign origin", "roster-origin", (roster) => ({ ...roster, origin: FOREIGN })),
  signed("an expiry in the past", "roster-expired", (roster) => ({
    ...roster,
    expiresDay: TODAY - 1,
  })),
  signed("a field nobody knows", "roster-malformed", (roster) => ({ ...roster, extra: 1 })),
  signed("another suite", "roster-malformed", (roster) => ({ ...roster, suite: "tern/2" })),
  {
    what: "one bit of its signature turned",
    code: "roster-signature",
    tell: ({ published }) => ({ ...published, roster: badlySigned(published.roster) }),
  },
  {
    what: "everything on the day after its last",
    code: "roster-expired",
    today: DAY_AFTER,
    tell: ({ published }) => published,
    truth: ({ published }) => published,
  },
];
