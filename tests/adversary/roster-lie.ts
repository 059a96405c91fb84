/** Every untrue list of readers a server can hand out, and the code under which a page refuses it. */
import { toBase64Url } from "../../worker/contract/bytes.ts";
import type { Member, PublishedRoster, Roster } from "../../worker/contract/roster.ts";
import { sealKeyPair, signingSeed, verifyKeyOf } from "../../web/crypto/keys.ts";
import type { VaultFailureCode } from "../../web/vault/failure.ts";
import { badlySigned, signAnything } from "../support/organisation.ts";
import {
  packetOf,
  signedDelegation,
  signedPacket,
  signedRoster,
  unsignedRoster,
  withMember,
  withPacket,
  type Authority,
} from "./authority.ts";

export interface RosterLie {
  readonly what: string;
  readonly code: VaultFailureCode;
  readonly tell: (authority: Authority) => PublishedRoster;
}

const ELSEWHERE = "https://elsewhere.example";
const ATTACKER = signingSeed(new Uint8Array(32).fill(0xa7));
const STRANGER_ID = "CCCCCCCCCCCCCCCCCCCCCA";

function attackersPacket({ roster, rowan }: Authority, memberId = rowan.id) {
  const key = toBase64Url(sealKeyPair(new Uint8Array(32).fill(0xa8)).publicKey);
  const { origin, suite, expiresDay } = roster;
  return signAnything(
    "keyPacket",
    { suite, origin, memberId, epoch: 0, expiresDay, key },
    ATTACKER,
  );
}

function swapped({ roster, rowan }: Authority): Roster {
  return withMember(roster, rowan.id, { key: toBase64Url(verifyKeyOf(ATTACKER)) });
}

function stranger(): Member {
  const key = toBase64Url(verifyKeyOf(ATTACKER));
  return { id: STRANGER_ID, name: "Somebody new", roles: ["reviewer"], key };
}

function atEveryDesk(roster: Roster, change: (members: readonly string[]) => string[]): Roster {
  return {
    ...roster,
    desks: roster.desks.map((desk) => ({ ...desk, members: change(desk.members) })),
  };
}

function firstTwice(roster: Roster): Roster {
  return { ...roster, members: [...roster.members, ...roster.members.slice(0, 1)] };
}

export const ROSTER_LIES: readonly RosterLie[] = [
  {
    what: "a member's key swapped, all of it signed again by the attacker",
    code: "roster-signature",
    tell: (authority) => ({
      ...withPacket(authority.published, authority.rowan.id, attackersPacket(authority)),
      roster: signAnything("roster", swapped(authority), ATTACKER),
    }),
  },
  {
    what: "the attacker delegated by a root of their own",
    code: "roster-signature",
    tell: ({ published, delegation, roster }) => {
      const signers = [{ memberId: published.signer, key: toBase64Url(verifyKeyOf(ATTACKER)) }];
      return {
        ...published,
        delegation: signAnything("delegation", { ...delegation, signers }, ATTACKER),
        roster: signAnything("roster", roster, ATTACKER),
      };
    },
  },
  {
    what: "a member added to every desk",
    code: "roster-signature",
    tell: (authority) => {
      const { roster } = authority;
      const members = [...roster.members, stranger()];
      const widened = atEveryDesk({ ...roster, members }, (ids) => [...ids, STRANGER_ID]);
      const published = unsignedRoster(authority, widened);
      const packet = attackersPacket(authority, STRANGER_ID);
      return { ...published, packets: [...published.packets, { member: STRANGER_ID, packet }] };
    },
  },
  {
    what: "a member dropped from every desk",
    code: "roster-signature",
    tell: (authority) => {
      const { roster, rowan } = authority;
      const narrowed = atEveryDesk(roster, (ids) => ids.filter((id) => id !== rowan.id));
      return unsignedRoster(authority, narrowed);
    },
  },
  {
    what: "a member listed twice",
    code: "roster-signature",
    tell: (authority) => unsignedRoster(authority, firstTwice(authority.roster)),
  },
  {
    what: "a member listed twice by the coordinator",
    code: "roster-duplicate",
    tell: (authority) => signedRoster(authority, firstTwice(authority.roster)),
  },
  {
    what: "a member's packet twice",
    code: "roster-duplicate",
    tell: ({ published }) => ({
      ...published,
      packets: [...published.packets, ...published.packets.slice(0, 1)],
    }),
  },
  {
    what: "a member's packet dropped",
    code: "packet-invalid",
    tell: ({ published, rowan }) => ({
      ...published,
      packets: published.packets.filter(({ member }) => member !== rowan.id),
    }),
  },
  {
    what: "a member's packet made by the attacker",
    code: "packet-invalid",
    tell: (authority) =>
      withPacket(authority.published, authority.rowan.id, attackersPacket(authority)),
  },
  {
    what: "a member's packet given to another",
    code: "packet-invalid",
    tell: (authority) => {
      const { published, rowan, coordinator } = authority;
      return {
        ...withPacket(published, coordinator.id, packetOf(authority)),
        packets: published.packets.map((entry) =>
          entry.member === rowan.id ? entry : { ...entry, packet: packetOf(authority) },
        ),
      };
    },
  },
  {
    what: "a roster that is no longer in force",
    code: "roster-expired",
    tell: (authority) =>
      signedRoster(authority, { ...authority.roster, expiresDay: authority.roster.issuedDay - 1 }),
  },
  {
    what: "a delegation that is no longer in force",
    code: "roster-expired",
    tell: (authority) =>
      signedDelegation(authority, { expiresDay: authority.delegation.issuedDay - 1 }),
  },
  {
    what: "a packet that is no longer in force",
    code: "roster-expired",
    tell: (authority) => signedPacket(authority, { expiresDay: authority.roster.issuedDay - 1 }),
  },
  {
    what: "another site's roster",
    code: "roster-origin",
    tell: (authority) => signedRoster(authority, { ...authority.roster, origin: ELSEWHERE }),
  },
  {
    what: "another site's delegation",
    code: "roster-origin",
    tell: (authority) => signedDelegation(authority, { origin: ELSEWHERE }),
  },
  {
    what: "another site's packet",
    code: "roster-origin",
    tell: (authority) => signedPacket(authority, { origin: ELSEWHERE }),
  },
  {
    what: "a roster whose signature has one bit turned",
    code: "roster-signature",
    tell: ({ published }) => ({ ...published, roster: badlySigned(published.roster) }),
  },
  {
    what: "a delegation whose signature has one bit turned",
    code: "roster-signature",
    tell: ({ published }) => ({ ...published, delegation: badlySigned(published.delegation) }),
  },
  {
    what: "a packet whose signature has one bit turned",
    code: "packet-invalid",
    tell: (authority) =>
      withPacket(authority.published, authority.rowan.id, badlySigned(packetOf(authority))),
  },
  {
    what: "a roster signed by a member nobody delegated",
    code: "roster-signature",
    tell: ({ published, roster, rowan }) => ({
      ...published,
      signer: rowan.id,
      roster: signAnything("roster", roster, rowan.signing),
    }),
  },
  {
    what: "a desk without anybody who reads",
    code: "roster-no-reviewer",
    tell: (authority) =>
      signedRoster(
        authority,
        atEveryDesk(authority.roster, () => []),
      ),
  },
];
