/**
 * The exact bytes both sides hash or sign: the browser with libsodium, the Worker with WebCrypto.
 * Every one opens with its domain label and a zero byte, so that no two purposes share an input.
 * The hash is SHA-512 cut to its first 32 bytes: the one hash that libsodium's standard build and
 * WebCrypto both have (PROTOCOL.md, "Hashes the server also computes").
 */

/** `tern/1 <purpose>` and a zero byte. */
export function label(purpose: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`tern/1 ${purpose}\0`);
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Unsigned 32-bit, big-endian. */
export function u32(value: number): Uint8Array<ArrayBuffer> {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) {
    throw new RangeError("u32: out of range");
  }
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** An origin such as `https://tern.example`, without a trailing slash. */
export function originPreimage(origin: string): Uint8Array<ArrayBuffer> {
  return concat(label("origin"), new TextEncoder().encode(origin));
}

export function locatorPreimage(locator: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(label("locator"), locator);
}

/** An invitation's locator, 16 bytes, as `locatorPreimage` a tracking code's. */
export function invitationPreimage(locator: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(label("invitation hash"), locator);
}

const ENTRY = label("entry");

/** Header and body as sent: the chain covers the ciphertext, so the server can check it unread. */
export function entryPreimage(header: Uint8Array, body: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(ENTRY, header, body);
}

// Made once: a log of ten thousand entries asks for each as often.
const AUDIT = label("audit");
const AUDIT_ENTRY = label("audit entry");

/** What a member signs of an audit entry. */
export function auditPreimage(statement: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(AUDIT, statement);
}

/** What the next audit entry names as the one before: the signature is part of it, and its length is fixed. */
export function auditEntryPreimage(
  statement: Uint8Array,
  signature: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return concat(AUDIT_ENTRY, statement, signature);
}

/** What a sign-in key signs; `originHash` is the hash of `originPreimage`. */
export function signInPreimage(
  originHash: Uint8Array,
  challenge: Uint8Array,
  day: number,
): Uint8Array<ArrayBuffer> {
  return concat(label("sign-in"), originHash, u32(day), challenge);
}

/** What the seal of an authenticator's secret is bound to, so that it does not open in another member's row. */
export function authenticatorPreimage(memberId: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(label("authenticator"), memberId);
}

/** The same of where a member's messages go: bound to the member and to the one place. */
export function destinationPreimage(
  memberId: Uint8Array,
  destinationId: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return concat(label("notification destination"), memberId, destinationId);
}

/** Names a message to a member: the same each time it is tried, and telling nobody what it was for. */
export function notificationPreimage(
  destinationId: Uint8Array,
  kind: number,
  day: number,
  number: number,
): Uint8Array<ArrayBuffer> {
  return concat(label("notification"), destinationId, u32(kind), u32(day), u32(number));
}

/**
 * What the code is made of that confirms an address. As stored, an address is sealed under a nonce of its own: another
 * one under the same id, or the same one added again, has another code.
 */
export function addressCodePreimage(
  destinationId: Uint8Array,
  stored: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return concat(label("address code"), destinationId, stored);
}

/** Names a passkey's way into its member's keyring: the first 16 bytes of the hash are the slot's id. */
export function passkeySlotPreimage(credentialId: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(label("passkey slot"), credentialId);
}

/** HKDF `info` of the server's own keys: one purpose each. */
export function serverKeyPreimage(purpose: string): Uint8Array<ArrayBuffer> {
  return label(`server ${purpose}`);
}

/** PBKDF2 password and salt of one proof-of-work attempt: the challenge is the salt, the counter the password. */
export function proofPassword(counter: number): Uint8Array<ArrayBuffer> {
  return concat(label("proof"), u32(counter));
}

/** Does the 32-byte PBKDF2 output open with that many zero bits? */
export function hasLeadingZeroBits(bytes: Uint8Array, bits: number): boolean {
  const whole = bits >> 3;
  for (let at = 0; at < whole; at += 1) if (bytes[at] !== 0) return false;
  const rest = bits & 7;
  return rest === 0 || (bytes[whole] ?? 255) >> (8 - rest) === 0;
}
