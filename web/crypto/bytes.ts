/** Bytes: exact lengths, strict UTF-8, comparison in constant time. */
import { sodium } from "./sodium.ts";
import { CryptoError } from "./suite.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** @throws TypeError when the bytes are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** @throws CryptoError `wrong-length`. */
export function ofLength(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length !== length) throw new CryptoError("wrong-length");
  return bytes;
}

export function equal(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && sodium().memcmp(left, right);
}

export function isZero(bytes: Uint8Array): boolean {
  return sodium().is_zero(bytes);
}

/** Straight from the platform: libsodium.js asks it for four bytes at a time. At most 65,536. */
export function random(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
