/** Lies about members' seal keys: packets dropped, swapped, foreign, expired, badly signed. */
import {
  badlySigned,
  packetOf,
  signAnything,
  signedPacket,
  TODAY,
  withPacket,
} from "../support/organisation.ts";
import { ATTACKER_SIGNING, attackerSealKey, FOREIGN, STRANGER_ID, type Lie } from "./lie.ts";

export const PACKET_LIES: readonly Lie[] = [
  {
    what: "a reviewer's packet dropped",
    code: "packet-invalid",
    tell: ({ published, people }) => ({
      ...published,
      packets: published.packets.filter(({ member }) => member !== people.first.id),
    }),
    // A coordinator is sealed to by nobody, so nobody misses theirs.
    truth: ({ published, people }) => ({
      ...published,
      packets: published.packets.filter(({ member }) => member !== people.coordinator.id),
    }),
  },
  {
    what: "the attacker's key in a reviewer's packet",
    code: "packet-invalid",
    tell: (organisation) =>
      signedPacket(organisation, "first", { key: attackerSealKey() }, ATTACKER_SIGNING),
    truth: (organisation) => signedPacket(organisation, "first", { key: attackerSealKey() }),
  },
  {
    what: "one member's packet in another's place",
    code: "packet-invalid",
    tell: (organisation) => {
      const { first, second } = organisation.people;
      return withPacket(
        organisation.published,
        first.id,
        signAnything("keyPacket", packetOf(second), second.signing),
      );
    },
    truth: (organisation) => signedPacket(organisation, "first", {}),
  },
  {
    what: "a packet that names another member than its signer",
    code: "packet-invalid",
    tell: (organisation) =>
      signedPacket(organisation, "first", { memberId: organisation.people.second.id }),
  },
  {
    what: "a packet of somebody the roster does not list",
    code: "packet-invalid",
    tell: ({ published }) => ({
      ...published,
      packets: published.packets.map((packet, at) =>
        at === 0 ? { ...packet, member: STRANGER_ID } : packet,
      ),
    }),
  },
  {
    what: "two packets of one member",
    code: "roster-duplicate",
    tell: ({ published }) => ({
      ...published,
      packets: [...published.packets, ...published.packets.slice(0, 1)],
    }),
  },
  {
    what: "one key in two members' packets",
    code: "roster-duplicate",
    tell: (organisation) =>
      signedPacket(organisation, "first", { key: packetOf(organisation.people.second).key }),
  },
  {
    what: "a packet of a foreign origin",
    code: "roster-origin",
    tell: (organisation) => signedPacket(organisation, "first", { origin: FOREIGN }),
  },
  {
    what: "a packet that has run out",
    code: "roster-expired",
    tell: (organisation) => signedPacket(organisation, "first", { expiresDay: TODAY - 1 }),
    truth: (organisation) => signedPacket(organisation, "first", { expiresDay: TODAY }),
  },
  {
    what: "a packet with its key cut short",
    code: "roster-malformed",
    tell: (organisation) => signedPacket(organisation, "first", { key: "AAAA" }),
  },
  {
    what: "one bit of a packet's signature turned",
    code: "packet-invalid",
    tell: ({ published }) => ({
      ...published,
      packets: published.packets.map(({ member, packet }, at) =>
        at === 0 ? { member, packet: badlySigned(packet) } : { member, packet },
      ),
    }),
  },
];
