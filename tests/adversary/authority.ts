/**
 * The site's signed statements, opened, and everybody who may sign the next ones: what a test needs to tell
 * a lie, and to tell the same thing truly.
 */
import * as z from "zod/mini";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import {
  Delegation,
  KeyPacket,
  Roster,
  type Member,
  type PublishedRoster,
  type Signed,
} from "../../worker/contract/roster.ts";
import { signingSeed, type SigningSeed } from "../../web/crypto/keys.ts";
import { rosterHash } from "../../web/crypto/roster.ts";
import { signAnything } from "../support/organisation.ts";
import { keysOf, type MemberKeys } from "../support/insider.ts";
import type { BuiltSite } from "../support/site.ts";

export interface Authority {
  readonly published: PublishedRoster;
  readonly delegation: Delegation;
  readonly roster: Roster;
  /** Of the north desk: the member that lies are told about. */
  readonly rowan: MemberKeys;
  /** May sign rosters. */
  readonly coordinator: MemberKeys;
  readonly root: SigningSeed;
}

function opened<Schema extends z.ZodMiniType>(schema: Schema, { statement }: Signed) {
  return z.parse(schema, JSON.parse(Buffer.from(fromBase64Url(statement)).toString("utf8")));
}

export async function authorityOf(site: BuiltSite): Promise<Authority> {
  const { published, root } = site;
  return {
    published,
    delegation: opened(Delegation, published.delegation),
    roster: opened(Roster, published.roster),
    rowan: await keysOf(site, "rowan"),
    coordinator: await keysOf(site, "ines"),
    root: signingSeed(fromBase64Url(root)),
  };
}

/** Other words above the signature that stands under the true ones. */
export function unsignedRoster({ published }: Authority, roster: Roster): PublishedRoster {
  const statement = toBase64Url(Buffer.from(JSON.stringify(roster)));
  return { ...published, roster: { ...published.roster, statement } };
}

/** What only the coordinator can say. */
export function signedRoster(
  { published, coordinator }: Authority,
  roster: Roster,
): PublishedRoster {
  return { ...published, roster: signAnything("roster", roster, coordinator.signing) };
}

/** What only the root key can say. */
export function signedDelegation(
  { published, delegation, root }: Authority,
  change: Partial<Delegation>,
): PublishedRoster {
  const changed = { ...delegation, ...change };
  return { ...published, delegation: signAnything("delegation", changed, root) };
}

/** The packet of one member, as they would sign it. */
export function signedPacket(authority: Authority, change: Partial<KeyPacket>): PublishedRoster {
  const { published, rowan } = authority;
  const packet = { ...opened(KeyPacket, packetOf(authority)), ...change };
  return withPacket(published, rowan.id, signAnything("keyPacket", packet, rowan.signing));
}

export function packetOf({ published, rowan }: Authority): Signed {
  const found = published.packets.find(({ member }) => member === rowan.id);
  if (found === undefined) throw new Error("authority: rowan has no packet");
  return found.packet;
}

export function withPacket(
  published: PublishedRoster,
  member: string,
  packet: Signed,
): PublishedRoster {
  const packets = published.packets.map((entry) =>
    entry.member === member ? { member, packet } : entry,
  );
  return { ...published, packets };
}

export function withMember(roster: Roster, id: string, change: Partial<Member>): Roster {
  const members = roster.members.map((member) =>
    member.id === id ? { ...member, ...change } : member,
  );
  return { ...roster, members };
}

/** The next version, naming this one as the one before. */
export function nextRoster({ published, roster }: Authority): Roster {
  const previous = toBase64Url(rosterHash(fromBase64Url(published.roster.statement)));
  return { ...roster, version: roster.version + 1, previous };
}
