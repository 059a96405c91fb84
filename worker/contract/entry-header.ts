/**
 * The plain header of a journal entry and of a card: what the server may see of them, to the byte.
 * The same bytes are the associated data of the sealed body, so they cannot be changed unseen.
 * Layouts: web/crypto/PROTOCOL.md, sections "Entry header" and "Card header". Integers are big-endian.
 */
import { CARD_HEADER_BYTES, ENTRY_HEADER_BYTES, HASH_BYTES, ID_BYTES } from "./limits.ts";

/** The only suite there is: `tern/1`. */
export const SUITE = 1;

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

class Writer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  #view: DataView;
  #at = 0;
  constructor(length: number) {
    this.bytes = new Uint8Array(length);
    this.#view = new DataView(this.bytes.buffer);
  }
  u8(value: number): void {
    this.#view.setUint8(this.#at, value);
    this.#at += 1;
  }
  u32(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) {
      throw new RangeError("header: not an unsigned 32-bit integer");
    }
    this.#view.setUint32(this.#at, value);
    this.#at += 4;
  }
  fixed(value: Uint8Array, length: number): void {
    if (value.length !== length) throw new RangeError("header: field of the wrong length");
    this.bytes.set(value, this.#at);
    this.#at += length;
  }
}

class Reader {
  #bytes: Uint8Array;
  #view: DataView;
  #at = 0;
  constructor(bytes: Uint8Array, length: number) {
    if (bytes.length !== length) throw new RangeError("header: wrong length");
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  u8(): number {
    const value = this.#view.getUint8(this.#at);
    this.#at += 1;
    return value;
  }
  u32(): number {
    const value = this.#view.getUint32(this.#at);
    this.#at += 4;
    return value;
  }
  fixed(length: number): Uint8Array<ArrayBuffer> {
    const value = new Uint8Array(this.#bytes.slice(this.#at, this.#at + length));
    this.#at += length;
    return value;
  }
  suite(): void {
    if (this.u8() !== SUITE) throw new RangeError("header: unknown suite");
  }
  lane(): Lane {
    const lane = LANES[this.u8() - 1];
    if (lane === undefined) throw new RangeError("header: unknown lane");
    return lane;
  }
}

/** Its number on the wire: 1, 2, 3. */
export function laneByte(lane: Lane): number {
  return LANES.indexOf(lane) + 1;
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
    lane: reader.lane(),
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
    lane: reader.lane(),
    epoch: reader.u32(),
    coversConversation: reader.u32(),
    coversInternal: reader.u32(),
    author: reader.fixed(ID_BYTES),
  };
}
