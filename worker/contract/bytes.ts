/**
 * How bytes travel in JSON: unpadded base64url in its one canonical spelling, of an exact length.
 * Invariant: two different strings that pass a schema here are two different byte strings.
 */
import { base64urlnopad } from "@scure/base";
import * as z from "zod/mini";
import { BODY_BUCKETS_BYTES, ID_BYTES, HASH_BYTES, SEAL_OVERHEAD_BYTES } from "./limits.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const OUTSIDE = 255;
/** By character code: the six bits it stands for. */
const SIX_BITS = new Uint8Array(128).fill(OUTSIDE);
for (let bits = 0; bits < ALPHABET.length; bits += 1) SIX_BITS[ALPHABET.charCodeAt(bits)] = bits;

/**
 * Throws on anything but canonical unpadded base64url. Written out, because a log of ten thousand entries or an inbox
 * of as many cards decodes each field once, and the general decoder takes ten times as long.
 */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const { length } = text;
  if (length % 4 === 1) throw new TypeError("base64url: wrong length");
  const bytes = new Uint8Array((length * 3) >> 2);
  let at = 0;
  let held = 0;
  let bits = 0;
  for (let index = 0; index < length; index += 1) {
    const six = SIX_BITS[text.charCodeAt(index)] ?? OUTSIDE;
    if (six === OUTSIDE) throw new TypeError("base64url: another character");
    held = (held << 6) | six;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = held >> bits;
      at += 1;
      held &= (1 << bits) - 1;
    }
  }
  if (held !== 0) throw new TypeError("base64url: not canonical");
  return bytes;
}

export function toBase64Url(bytes: Uint8Array): string {
  return base64urlnopad.encode(bytes);
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
