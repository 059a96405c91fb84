/**
 * How bytes travel in JSON: unpadded base64url in its one canonical spelling, of an exact length.
 * Invariant: two different strings that pass a schema here are two different byte strings.
 */
import * as z from "zod/mini";
import { BODY_BUCKETS_BYTES, ID_BYTES, HASH_BYTES, SEAL_OVERHEAD_BYTES } from "./limits.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const NOT_IN_IT = 0x80;
/** By character code. */
const VALUES = new Uint8Array(128).fill(NOT_IN_IT);
for (let value = 0; value < ALPHABET.length; value += 1) VALUES[ALPHABET.charCodeAt(value)] = value;
const CHARACTERS = new TextEncoder().encode(ALPHABET);
const decoder = new TextDecoder();

/**
 * Everything sealed passes through here at both ends, most of it several times, so it is one loop over a table.
 * Throws on anything but canonical unpadded base64url.
 */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((text.length * 6) >> 3);
  let written = 0;
  let held = 0;
  let bits = 0;
  let strange = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUES[text.charCodeAt(at)] ?? NOT_IN_IT;
    strange |= value;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[written] = held >> bits;
    written += 1;
  }
  const rest = held & ((1 << bits) - 1);
  if ((strange & NOT_IN_IT) !== 0 || bits === 6 || rest !== 0) {
    throw new RangeError("bytes: not canonical base64url");
  }
  return bytes;
}

export function toBase64Url(bytes: Uint8Array): string {
  const characters = new Uint8Array(base64UrlLength(bytes.length));
  for (let at = 0, written = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    // What the last group has too many is written past the end, where a typed array keeps nothing.
    for (let shift = 18; shift >= 0; shift -= 6, written += 1) {
      characters[written] = CHARACTERS[(three >> shift) & 0x3f] ?? 0;
    }
  }
  return decoder.decode(characters);
}

/** Characters of unpadded base64url for that many bytes. */
export function base64UrlLength(bytes: number): number {
  return Math.ceil((bytes * 8) / 6);
}

/** The last character carries unused bits, which must be zero for the spelling to be canonical. */
function lastCharacter(bytes: number): string {
  switch (bytes % 3) {
    case 1:
      return "[AQgw]";
    case 2:
      return "[AEIMQUYcgkosw048]";
    default:
      return "[A-Za-z0-9_-]";
  }
}

function pattern(bytes: number): string {
  return `[A-Za-z0-9_-]{${base64UrlLength(bytes) - 1}}${lastCharacter(bytes)}`;
}

/** A schema for exactly `bytes` bytes. */
export function bytesOf(bytes: number) {
  return z.string().check(z.regex(new RegExp(`^${pattern(bytes)}$`)));
}

/** A schema for base64url of any length up to `bytesMax`; canonical spelling is checked on decoding. */
export function bytesUpTo(bytesMax: number) {
  return z.string().check(z.maxLength(base64UrlLength(bytesMax)), z.regex(/^[A-Za-z0-9_-]+$/));
}

/** Random 16-byte ids: cases, members, desks. */
export const Id = bytesOf(ID_BYTES);
export const Hash = bytesOf(HASH_BYTES);

const sealedLengths = new Map(
  BODY_BUCKETS_BYTES.map((bucket) => [
    base64UrlLength(bucket + SEAL_OVERHEAD_BYTES),
    new RegExp(`^[A-Za-z0-9_-]+${lastCharacter(bucket + SEAL_OVERHEAD_BYTES)}$`),
  ]),
);

/** A sealed body: its length must be one of the buckets. */
export const SealedBody = z
  .string()
  .check(z.refine((text) => sealedLengths.get(text.length)?.test(text) ?? false));
