export interface Keys {
  readonly challenge: CryptoKey;
  readonly reporterToken: CryptoKey;
  readonly memberToken: CryptoKey;
  readonly decoySalt: CryptoKey;
  /** Of the minutes between passphrase and second factor. */
  readonly ticket: CryptoKey;
  /** Of the minutes in which a passkey is made. */
  readonly enrolment: CryptoKey;
  /** Names a step of somebody's authenticator without saying whose or when. */
  readonly codeStep: CryptoKey;
  /** Names a handle to the fuse that counts by it. */
  readonly handleFuse: CryptoKey;
  /** AES-256-GCM: seals authenticators' secrets at rest. */
  readonly authenticatorSecret: CryptoKey;
}
/** @param secret at least 32 random bytes */
export declare function deriveKeys(secret: Uint8Array<ArrayBuffer>): Promise<Keys>;
