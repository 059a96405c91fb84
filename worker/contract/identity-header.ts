/**
 * The plain header of an identity envelope: whose hands the pieces of its key are in, and how many of them are needed.
 * It is bound to the sealed identity, and its hash to every piece; layout: web/crypto/PROTOCOL.md, "Identity".
 */
import { Reader, SUITE, Writer } from "./byte-fields.ts";
import { laneByte } from "./entry-header.ts";
import {
  HASH_BYTES,
  ID_BYTES,
  IDENTITY_HEADER_BYTES,
  IDENTITY_SLOT_BYTES,
  WRAP_SLOTS,
} from "./limits.ts";

export interface IdentityCustodian {
  /** Member id, 16 bytes. */
  readonly id: Uint8Array;
  /** 32 bytes that only this custodian's true share fits. */
  readonly commitment: Uint8Array;
}

export interface IdentityHeader {
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  readonly caseId: Uint8Array;
  /** How many shares open it; 0 where there is no custodian, and then nothing is in it. */
  readonly threshold: number;
  /** 32-byte hash of those the report was sealed to. */
  readonly readers: Uint8Array;
  /** In the order of their shares. */
  readonly custodians: readonly IdentityCustodian[];
}

/** How many slots an envelope for that many custodians has. @throws RangeError past the largest. */
export function slotsFor(custodians: number): number {
  const slots = WRAP_SLOTS.find((count) => custodians <= count);
  if (slots === undefined) throw new RangeError("header: more custodians than slots");
  return slots;
}

/** Bytes of a header with that many slots. */
export function identityHeaderBytes(slots: number): number {
  return IDENTITY_HEADER_BYTES + slots * IDENTITY_SLOT_BYTES;
}

function requireThreshold(threshold: number, count: number): void {
  const sound = count === 0 ? threshold === 0 : threshold >= 1 && threshold <= count;
  if (!sound) throw new RangeError("header: no such threshold");
}

/**
 * @param filler what stands for the commitments of empty slots, 32 bytes each
 * @throws RangeError when a field has the wrong length or range.
 */
export function encodeIdentityHeader(
  header: IdentityHeader,
  filler: () => Uint8Array,
): Uint8Array<ArrayBuffer> {
  const { custodians, threshold } = header;
  requireThreshold(threshold, custodians.length);
  const slots = slotsFor(custodians.length);
  const writer = new Writer(identityHeaderBytes(slots));
  writer.u8(SUITE);
  writer.fixed(header.origin, HASH_BYTES);
  writer.fixed(header.caseId, ID_BYTES);
  writer.u8(laneByte("identity"));
  writer.u8(threshold);
  writer.u8(custodians.length);
  writer.fixed(header.readers, HASH_BYTES);
  for (const { id, commitment } of custodians) {
    writer.fixed(id, ID_BYTES);
    writer.fixed(commitment, HASH_BYTES);
  }
  for (let at = custodians.length; at < slots; at += 1) {
    writer.fixed(new Uint8Array(ID_BYTES), ID_BYTES);
    writer.fixed(filler(), HASH_BYTES);
  }
  return writer.bytes;
}

/** @throws RangeError when the bytes are not an identity header of this suite. */
export function decodeIdentityHeader(bytes: Uint8Array): IdentityHeader {
  const slots = (bytes.length - IDENTITY_HEADER_BYTES) / IDENTITY_SLOT_BYTES;
  if (!WRAP_SLOTS.some((count) => count === slots)) throw new RangeError("header: wrong length");
  const reader = new Reader(bytes, identityHeaderBytes(slots));
  reader.suite();
  const origin = reader.fixed(HASH_BYTES);
  const caseId = reader.fixed(ID_BYTES);
  if (reader.u8() !== laneByte("identity")) throw new RangeError("header: another lane");
  const threshold = reader.u8();
  const count = reader.u8();
  if (slotsFor(count) !== slots) throw new RangeError("header: wrong number of slots");
  requireThreshold(threshold, count);
  const readers = reader.fixed(HASH_BYTES);
  const custodians = Array.from({ length: count }, () => ({
    id: reader.fixed(ID_BYTES),
    commitment: reader.fixed(HASH_BYTES),
  }));
  return { origin, caseId, threshold, readers, custodians };
}
