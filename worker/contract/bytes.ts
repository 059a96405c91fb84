/**
 * How bytes travel in JSON: unpadded base64url in its one canonical spelling, of an exact length.
 * Invariant: two different strings that pass a schema here are two different byte strings.
 */
import { base64urlnopad } from "@scure/base";
import * as z from "zod/mini";
import { BODY_BUCKETS_BYTES, ID_BYTES, HASH_BYTES, SEAL_OVERHEAD_BYTES } from "./limits.ts";

/** Throws on anything but canonical unpadded base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(base64urlnopad.decode(text));
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
