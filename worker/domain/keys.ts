/**
 * The server's own keys, each derived from its one secret for one purpose. None of them opens anything a browser
 * has sealed.
 * Invariant: none leaves WebCrypto, and no two purposes share one.
 */
import { serverKeyPreimage } from "../contract/preimages.ts";

export interface Keys {
  readonly challenge: CryptoKey;
  readonly reporterToken: CryptoKey;
  readonly memberToken: CryptoKey;
  readonly decoySalt: CryptoKey;
  /** Of the minutes between passphrase and second factor. */
  readonly ticket: CryptoKey;
  /** The same where the recovery key came first: no second use of it completes that. */
  readonly recoveryTicket: CryptoKey;
  /** Of the minutes in which a passkey is made. */
  readonly enrolment: CryptoKey;
  /** Names a step of somebody's authenticator without saying whose or when. */
  readonly codeStep: CryptoKey;
  /** Names a handle to the fuse that counts by it. */
  readonly handleFuse: CryptoKey;
  /** AES-256-GCM: seals authenticators' secrets at rest. */
  readonly authenticatorSecret: CryptoKey;
  /** AES-256-GCM: seals where messages to members go. */
  readonly destination: CryptoKey;
  /** Of the places at which a count goes on. */
  readonly countCursor: CryptoKey;
  /** Makes the code that confirms an address, so that none is kept. */
  readonly addressCode: CryptoKey;
}

const HMAC = { name: "HMAC", hash: "SHA-256", length: 256 } as const;
const AES = { name: "AES-GCM", length: 256 } as const;

/** @param secret at least 32 random bytes */
export async function deriveKeys(secret: Uint8Array<ArrayBuffer>): Promise<Keys> {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const derive = async (
    purpose: string,
    algorithm: typeof HMAC | typeof AES,
    usages: Parameters<SubtleCrypto["deriveKey"]>[4],
  ): Promise<CryptoKey> =>
    crypto.subtle.deriveKey(
      { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: serverKeyPreimage(purpose) },
      base,
      algorithm,
      false,
      usages,
    );
  const mac = async (purpose: string): Promise<CryptoKey> =>
    derive(purpose, HMAC, ["sign", "verify"]);
  return {
    challenge: await mac("challenge"),
    reporterToken: await mac("reporter token"),
    memberToken: await mac("member token"),
    decoySalt: await mac("decoy salt"),
    ticket: await mac("second factor ticket"),
    recoveryTicket: await mac("second factor ticket after recovery"),
    enrolment: await mac("passkey enrolment"),
    codeStep: await mac("code step"),
    handleFuse: await mac("handle fuse"),
    authenticatorSecret: await derive("authenticator secret", AES, ["encrypt", "decrypt"]),
    destination: await derive("notification destination", AES, ["encrypt", "decrypt"]),
    countCursor: await mac("count cursor"),
    addressCode: await mac("address code"),
  };
}
