/**
 * Sealing to a browser's push subscription: RFC 8291 over one record of RFC 8188's aes128gcm. The push service carries
 * it and cannot read it. Checked against the RFC's own example.
 */
import { concat } from "../contract/preimages.ts";

const P256 = { name: "ECDH", namedCurve: "P-256" } as const;
const SALT_BYTES = 16;
const RECORD_BYTES = 4_096;
/** RFC 8188, section 2: the last record ends in this. */
const LAST_RECORD = new Uint8Array([2]);

const ascii = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(text));

async function hkdf(
  secret: Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  info: Uint8Array<ArrayBuffer>,
  bytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const algorithm = { name: "HKDF", hash: "SHA-256", salt, info };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, bytes * 8));
}

export interface PushSubscriptionKeys {
  /** The browser's point, 65 bytes. */
  readonly key: Uint8Array<ArrayBuffer>;
  /** 16 bytes. */
  readonly auth: Uint8Array<ArrayBuffer>;
}

/** Fresh for each message: used twice, they would give away both. */
export interface PushRandomness {
  readonly pair: {
    readonly privateKey: CryptoKey;
    /** 65 bytes. */
    readonly publicKey: Uint8Array<ArrayBuffer>;
  };
  readonly salt: Uint8Array<ArrayBuffer>;
}

export async function pushRandomness(): Promise<PushRandomness> {
  const pair = await crypto.subtle.generateKey(P256, false, ["deriveBits"]);
  if (!("privateKey" in pair)) throw new Error("push: no key pair");
  const raw = await crypto.subtle.exportKey("raw", pair.publicKey);
  if (!(raw instanceof ArrayBuffer)) throw new Error("push: no raw key");
  return {
    pair: { privateKey: pair.privateKey, publicKey: new Uint8Array(raw) },
    salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)),
  };
}

/** Salt (16), record size (4), length of the key (1), our point (65), then the ciphertext: plaintext, 1, tag (16). */
export async function sealPush(
  { key, auth }: PushSubscriptionKeys,
  plaintext: Uint8Array<ArrayBuffer>,
  { pair, salt }: PushRandomness,
): Promise<Uint8Array<ArrayBuffer>> {
  const theirs = await crypto.subtle.importKey("raw", key, P256, false, []);
  const agreement = { name: "ECDH", public: theirs };
  const agreed = await crypto.subtle.deriveBits(agreement, pair.privateKey, 256);
  const info = concat(ascii("WebPush: info\0"), key, pair.publicKey);
  const secret = await hkdf(new Uint8Array(agreed), auth, info, 32);
  const contentKey = await hkdf(secret, salt, ascii("Content-Encoding: aes128gcm\0"), 16);
  const iv = await hkdf(secret, salt, ascii("Content-Encoding: nonce\0"), 12);
  const AES = "AES-GCM";
  const sealing = await crypto.subtle.importKey("raw", contentKey, AES, false, ["encrypt"]);
  const record = concat(plaintext, LAST_RECORD);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: AES, iv }, sealing, record));
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, RECORD_BYTES);
  const length = new Uint8Array([pair.publicKey.length]);
  return concat(salt, size, length, pair.publicKey, sealed);
}
