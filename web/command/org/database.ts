/**
 * The rows that `wrangler d1 execute DB --json --command "SELECT * FROM rosters; SELECT * FROM packets"` prints:
 * every roster there ever was, and every key packet.
 */
import * as z from "zod/mini";
import type { PublishedRoster } from "../../../worker/contract/roster.ts";

const RosterRow = z.object({
  version: z.int(),
  delegation_statement: z.string(),
  delegation_signature: z.string(),
  signer: z.string(),
  statement: z.string(),
  signature: z.string(),
});
type RosterRow = z.infer<typeof RosterRow>;

const PacketRow = z.object({
  member_id: z.string(),
  epoch: z.int(),
  statement: z.string(),
  signature: z.string(),
});
type PacketRow = z.infer<typeof PacketRow>;

const Printed = z.array(z.object({ results: z.array(z.unknown()) }));

export interface DatabaseRows {
  /** Oldest first; at least one. */
  readonly rosters: readonly RosterRow[];
  readonly packets: readonly PacketRow[];
}

/** Null when it is no such print, or has no roster in it. */
export function readDatabaseRows(json: unknown): DatabaseRows | null {
  const printed = Printed.safeParse(json);
  if (!printed.success) return null;
  const rows = printed.data.flatMap(({ results }) => results);
  const rosters: RosterRow[] = [];
  const packets: PacketRow[] = [];
  for (const row of rows) {
    const roster = RosterRow.safeParse(row);
    const packet = PacketRow.safeParse(row);
    if (roster.success) rosters.push(roster.data);
    else if (packet.success) packets.push(packet.data);
  }
  if (rosters.length === 0) return null;
  return { rosters: rosters.toSorted((left, right) => left.version - right.version), packets };
}

/** One row's statements, with the packets beside them. */
export function publishedAs(row: RosterRow, packets: PublishedRoster["packets"]): PublishedRoster {
  return {
    delegation: { statement: row.delegation_statement, signature: row.delegation_signature },
    signer: row.signer,
    roster: { statement: row.statement, signature: row.signature },
    packets: [...packets],
  };
}

/** Each member's packet of the highest epoch, as the server publishes them. */
export function newestPackets({ packets }: DatabaseRows): PublishedRoster["packets"] {
  const newest = new Map<string, PacketRow>();
  for (const packet of packets) {
    const known = newest.get(packet.member_id);
    if (known === undefined || packet.epoch > known.epoch) newest.set(packet.member_id, packet);
  }
  return [...newest.values()].map(({ member_id: member, statement, signature }) => ({
    member,
    packet: { statement, signature },
  }));
}
