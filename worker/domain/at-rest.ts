/**
 * What the server must be able to read again lies sealed under keys of its own: whoever has the database alone
 * reads none of it. Invariant: each is bound to its place, so that one row's bytes do not open in another's.
 */
import { fromBase64Url, toBase64Url } from "../contract/bytes.ts";
import { concat } from "../contract/preimages.ts";

const NONCE_BYTES = 12;

/** A nonce, then AES-256-GCM; base64url. */
export async function sealAtRest(
  key: CryptoKey,
  place: Uint8Array<ArrayBuffer>,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const algorithm = { name: "AES-GCM", iv, additionalData: place };
  return toBase64Url(
    concat(iv, new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plaintext))),
  );
}

/** Null when it was sealed under another SERVER_SECRET, or for another place. */
export async function openAtRest(
  key: CryptoKey,
  place: Uint8Array<ArrayBuffer>,
  text: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const sealed = fromBase64Url(text);
  const iv = sealed.slice(0, NONCE_BYTES);
  const algorithm = { name: "AES-GCM", iv, additionalData: place };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.slice(NONCE_BYTES)));
  } catch {
    return null;
  }
}
