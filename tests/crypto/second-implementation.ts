/**
 * `tern/1` once more, from the words of PROTOCOL.md and @noble alone: nothing here calls web/crypto or
 * libsodium, so that agreement with the vectors is agreement of two implementations.
 */
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { ed25519 } from "@noble/curves/ed25519.js";
import { argon2id } from "@noble/hashes/argon2.js";
import { blake2b } from "@noble/hashes/blake2.js";
import { pbkdf2 } from "@noble/hashes/pbkdf2.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { ml_kem768_x25519 as xwing } from "@noble/post-quantum/hybrid.js";

export type Bytes = Uint8Array;

export function ascii(text: string): Bytes {
  return new Uint8Array(Buffer.from(text, "utf8"));
}

export function join(...parts: readonly Bytes[]): Bytes {
  return new Uint8Array(Buffer.concat(parts));
}

/** Conventions: `tern/1 <purpose>` and a zero byte. */
export function label(purpose: string): Bytes {
  return ascii(`tern/1 ${purpose}\0`);
}

export function u32(value: number): Bytes {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return new Uint8Array(bytes);
}

export function fromBase64Url(text: string): Bytes {
  return new Uint8Array(Buffer.from(text, "base64url"));
}

/** Primitives: BLAKE2b over label and parts. */
export function blake(purpose: string, length: number, ...parts: readonly Bytes[]): Bytes {
  return blake2b(join(label(purpose), ...parts), { dkLen: length });
}

/** Primitives, "Key derivation": BLAKE2b of nothing, keyed, the number as salt, the context as personalisation. */
export function derive(root: Bytes, context: string, number: number, length: number): Bytes {
  const salt = new Uint8Array(16);
  salt[0] = number;
  const personalization = new Uint8Array(16);
  personalization.set(ascii(context));
  return blake2b(new Uint8Array(), { dkLen: length, key: root, salt, personalization });
}

/** Hashes the server also computes: the first 32 bytes of SHA-512. */
export function serverHash(purpose: string, ...parts: readonly Bytes[]): Bytes {
  return sha512(join(label(purpose), ...parts)).slice(0, 32);
}

export function signKey(seed: Bytes): Bytes {
  return ed25519.getPublicKey(seed);
}

export function sign(seed: Bytes, purpose: string, ...parts: readonly Bytes[]): Bytes {
  return ed25519.sign(join(label(purpose), ...parts), seed);
}

export function verifies(
  signature: Bytes,
  key: Bytes,
  purpose: string,
  ...parts: readonly Bytes[]
): boolean {
  return ed25519.verify(signature, join(label(purpose), ...parts), key, { zip215: false });
}

export function sealKey(seed: Bytes): Bytes {
  return xwing.keygen(seed).publicKey;
}

export function keyId(key: Bytes): Bytes {
  return blake("key id", 16, key);
}

/** Primitives, "Box": nonce || ciphertext || tag. @throws when the tag does not hold. */
export function openBox(sealed: Bytes, associated: Bytes, key: Bytes): Bytes {
  return xchacha20poly1305(key, sealed.slice(0, 24), associated).decrypt(sealed.slice(24));
}

export function sealBox(plain: Bytes, associated: Bytes, key: Bytes, nonce: Bytes): Bytes {
  return join(nonce, xchacha20poly1305(key, nonce, associated).encrypt(plain));
}

/** Sizes: message, 0x80, zeros. @throws when there is no such end. */
export function unpad(padded: Bytes): Bytes {
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== 0x80) throw new Error("no end mark");
  return padded.slice(0, end);
}

export function pad(message: Bytes, length: number): Bytes {
  return join(message, Uint8Array.of(0x80), new Uint8Array(length - message.length - 1));
}

/** Wrap: what the wrapping binds. `lane` is the lane's number. */
export function place(origin: Bytes, caseId: Bytes, lane: number, epoch: number): Bytes {
  return join(origin, caseId, Uint8Array.of(lane), u32(epoch));
}

/** Ways in: what the wrapping of a keyring's key binds. `kind` is the kind's number. */
export function slotPlace(origin: Bytes, memberId: Bytes, kind: number, id: Bytes): Bytes {
  return join(origin, memberId, Uint8Array.of(kind), id);
}

const NO_NONCE = new Uint8Array(24);

export function unwrap(wrapped: Bytes, seed: Bytes, at: Bytes, purpose = "wrap") {
  const { publicKey, secretKey } = xwing.keygen(seed);
  const ciphertext = wrapped.slice(0, 1_120);
  const sharedSecret = xwing.decapsulate(ciphertext, secretKey);
  const key = blake(purpose, 32, sharedSecret, ciphertext, keyId(publicKey), at);
  const laneKey = xchacha20poly1305(key, NO_NONCE, at).decrypt(wrapped.slice(1_120));
  return { sharedSecret, wrappingKey: key, laneKey };
}

export function wrap(laneKey: Bytes, recipient: Bytes, at: Bytes): Bytes {
  const { cipherText, sharedSecret } = xwing.encapsulate(recipient);
  const key = blake("wrap", 32, sharedSecret, cipherText, keyId(recipient), at);
  return join(cipherText, xchacha20poly1305(key, NO_NONCE, at).encrypt(laneKey));
}

/** Entry and Card: 64 bytes of signature, then JSON. */
export function openBody(sealed: Bytes, header: Bytes, key: Bytes) {
  const plain = unpad(openBox(sealed, header, key));
  return { signature: plain.slice(0, 64), json: plain.slice(64) };
}

/** Tracking code. */
export function reporterKeys(code: Bytes) {
  const master = blake("tracking code", 32, code);
  return {
    master,
    locator: derive(master, "tern1cod", 1, 16),
    signInSeed: derive(master, "tern1cod", 2, 32),
    sealSeed: derive(master, "tern1cod", 3, 32),
  };
}

/** Recovery key. */
export function recoveryKeys(code: Bytes) {
  const master = blake("recovery key", 32, code);
  return {
    master,
    signInSeed: derive(master, "tern1rec", 1, 32),
    slotSeed: derive(master, "tern1rec", 2, 32),
  };
}

/** Passphrase, already normalised. */
export function stretch(passphrase: string, salt: Bytes, passes: number, memoryKiB: number) {
  const root = argon2id(ascii(passphrase), salt, { t: passes, m: memoryKiB, p: 1, dkLen: 32 });
  return {
    root,
    signInSeed: derive(root, "tern1pas", 1, 32),
    keyringKey: derive(root, "tern1pas", 2, 32),
    slotSeed: derive(root, "tern1pas", 3, 32),
  };
}

export function argon2idRaw(text: string, salt: Bytes, passes: number, memoryKiB: number): Bytes {
  return argon2id(ascii(text), salt, { t: passes, m: memoryKiB, p: 1, dkLen: 32 });
}

/** Proof of work: one attempt. */
export function attempt(counter: number, challenge: Bytes, iterations: number): Bytes {
  const password = join(label("proof"), u32(counter));
  return pbkdf2(sha256, password, challenge, { c: iterations, dkLen: 32 });
}

/** Root file: the fields in front of the box, the key of the box, and what it opens to. */
export function rootFile(file: Bytes, passphrase: string) {
  const head = file.slice(0, 74);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const passes = view.getUint32(18);
  const memoryKiB = view.getUint32(22);
  const salt = file.slice(26, 42);
  const root = argon2id(ascii(passphrase), salt, { t: passes, m: memoryKiB, p: 1, dkLen: 32 });
  const key = derive(root, "tern1rtf", 1, 32);
  return {
    label: file.slice(0, 17),
    version: file[17],
    passes,
    memoryKiB,
    salt,
    rootKey: file.slice(42, 74),
    root,
    key,
    seed: openBox(file.slice(74), head, key),
  };
}
