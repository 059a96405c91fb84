/**
 * The plain header of a journal entry and of a card: what the server may see of them, to the byte.
 * The same bytes are the associated data of the sealed body, so they cannot be changed unseen.
 * Layouts: web/crypto/PROTOCOL.md, sections "Entry header" and "Card header". Integers are big-endian.
 */
import { Reader, SUITE, Writer } from "./byte-fields.ts";
import { CARD_HEADER_BYTES, ENTRY_HEADER_BYTES, HASH_BYTES, ID_BYTES } from "./limits.ts";

export const LANES = ["conversation", "internal", "identity"] as const;
export type Lane = (typeof LANES)[number];

/** What stands in `author` when a reporter wrote: nobody's id. */
export const REPORTER_AUTHOR = new Uint8Array(ID_BYTES);

export interface EntryHeader {
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  readonly caseId: Uint8Array;
  readonly lane: Lane;
  readonly epoch: number;
  /** 1 for a lane's first entry. */
  readonly seq: number;
  /** 32-byte hash of the lane's previous entry; zeros for the first. */
  readonly prev: Uint8Array;
  /** Member id, or zeros for the reporter. */
  readonly author: Uint8Array;
  /** Days since 1970-01-01, UTC. */
  readonly day: number;
  /** 32-byte hash of the roster the author had verified. */
  readonly rosterHash: Uint8Array;
  /** 32-byte commitment to the lane key: no entry can open to two texts under two keys. */
  readonly laneKeyHash: Uint8Array;
}

export interface CardHeader {
  readonly origin: Uint8Array;
  readonly caseId: Uint8Array;
  readonly lane: Lane;
  readonly epoch: number;
  /** The last conversation entry this card takes in. */
  readonly coversConversation: number;
  /** The last internal entry this card takes in; 0 before there is one. */
  readonly coversInternal: number;
  readonly author: Uint8Array;
}

/** Its number on the wire: 1, 2, 3. */
export function laneByte(lane: Lane): number {
  return LANES.indexOf(lane) + 1;
}

function laneOf(byte: number): Lane {
  const lane = LANES[byte - 1];
  if (lane === undefined) throw new RangeError("header: unknown lane");
  return lane;
}

/** @throws RangeError when a field has the wrong length or range. */
export function encodeEntryHeader(header: EntryHeader): Uint8Array<ArrayBuffer> {
  const writer = new Writer(ENTRY_HEADER_BYTES);
  writer.u8(SUITE);
  writer.fixed(header.origin, HASH_BYTES);
  writer.fixed(header.caseId, ID_BYTES);
  writer.u8(laneByte(header.lane));
  writer.u32(header.epoch);
  writer.u32(header.seq);
  writer.fixed(header.prev, HASH_BYTES);
  writer.fixed(header.author, ID_BYTES);
  writer.u32(header.day);
  writer.fixed(header.rosterHash, HASH_BYTES);
  writer.fixed(header.laneKeyHash, HASH_BYTES);
  return writer.bytes;
}

/** @throws RangeError when the bytes are not a header of this suite. */
export function decodeEntryHeader(bytes: Uint8Array): EntryHeader {
  const reader = new Reader(bytes, ENTRY_HEADER_BYTES);
  reader.suite();
  return {
    origin: reader.fixed(HASH_BYTES),
    caseId: reader.fixed(ID_BYTES),
    lane: laneOf(reader.u8()),
    epoch: reader.u32(),
    seq: reader.u32(),
    prev: reader.fixed(HASH_BYTES),
    author: reader.fixed(ID_BYTES),
    day: reader.u32(),
    rosterHash: reader.fixed(HASH_BYTES),
    laneKeyHash: reader.fixed(HASH_BYTES),
  };
}

/** @throws RangeError when a field has the wrong length or range. */
export function encodeCardHeader(header: CardHeader): Uint8Array<ArrayBuffer> {
  const writer = new Writer(CARD_HEADER_BYTES);
  writer.u8(SUITE);
  writer.fixed(header.origin, HASH_BYTES);
  writer.fixed(header.caseId, ID_BYTES);
  writer.u8(laneByte(header.lane));
  writer.u32(header.epoch);
  writer.u32(header.coversConversation);
  writer.u32(header.coversInternal);
  writer.fixed(header.author, ID_BYTES);
  return writer.bytes;
}

/** @throws RangeError when the bytes are not a card header of this suite. */
export function decodeCardHeader(bytes: Uint8Array): CardHeader {
  const reader = new Reader(bytes, CARD_HEADER_BYTES);
  reader.suite();
  return {
    origin: reader.fixed(HASH_BYTES),
    caseId: reader.fixed(ID_BYTES),
    lane: laneOf(reader.u8()),
    epoch: reader.u32(),
    coversConversation: reader.u32(),
    coversInternal: reader.u32(),
    author: reader.fixed(ID_BYTES),
  };
}
