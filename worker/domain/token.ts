/**
 * Bearer tokens: a subject, an expiry in seconds (4 bytes) and an HMAC-SHA-256 of both.
 * A reporter's subject is the locator hash: stateless, and worth nothing once that row is gone.
 * A member's subject is 16 random bytes: the session's row, found by the token's hash, says whose it is.
 */
import { fromBase64Url, toBase64Url } from "../contract/bytes.ts";
import { concat, label, u32 } from "../contract/preimages.ts";
import { digest } from "./digest.ts";

const EXPIRY_BYTES = 4;
const MAC_BYTES = 32;
export const MEMBER_SUBJECT_BYTES = 16;

function authenticated(open: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(label("token"), open);
}

/** @param expires seconds since 1970-01-01, UTC */
export async function issueToken(
  key: CryptoKey,
  subject: Uint8Array,
  expires: number,
): Promise<string> {
  const open = concat(subject, u32(expires));
  return toBase64Url(
    concat(open, new Uint8Array(await crypto.subtle.sign("HMAC", key, authenticated(open)))),
  );
}

/** The subject of a token of ours that has not expired, or null. */
export async function openToken(
  key: CryptoKey,
  text: string,
  subjectBytes: number,
  nowSeconds: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = decoded(text);
  if (bytes === null || bytes.length !== subjectBytes + EXPIRY_BYTES + MAC_BYTES) return null;
  const open = bytes.subarray(0, subjectBytes + EXPIRY_BYTES);
  const ours = await crypto.subtle.verify(
    "HMAC",
    key,
    bytes.subarray(open.length),
    authenticated(open),
  );
  const expires = new DataView(bytes.buffer).getUint32(subjectBytes);
  return ours && expires >= nowSeconds ? bytes.slice(0, subjectBytes) : null;
}

function decoded(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return fromBase64Url(text);
  } catch {
    return null;
  }
}

/** What is stored of a member's token: a copy of the database signs nobody in. */
export async function tokenHash(token: string): Promise<string> {
  return digest(concat(label("session"), fromBase64Url(token)));
}
