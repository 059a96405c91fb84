/**
 * Sealing an authenticator's secret as the Worker seals one (STORAGE.md, `authenticators`), for members who have
 * theirs from the founding.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import {
  authenticatorPreimage,
  concat,
  serverKeyPreimage,
} from "../../worker/contract/preimages.ts";

const NONCE_BYTES = 12;

export async function authenticatorKey(serverSecret: Uint8Array<ArrayBuffer>) {
  const base = await crypto.subtle.importKey("raw", serverSecret, "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    {
      name: "HKDF",
      hash: "SHA-256",
      salt: new Uint8Array(),
      info: serverKeyPreimage("authenticator secret"),
    },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt"],
  );
}

type Key = Awaited<ReturnType<typeof authenticatorKey>>;

/** Nonce, then AES-256-GCM of the secret; base64url. */
export async function sealAuthenticator(
  key: Key,
  memberId: string,
  secret: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const additionalData = authenticatorPreimage(fromBase64Url(memberId));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, secret);
  return toBase64Url(concat(iv, new Uint8Array(sealed)));
}
