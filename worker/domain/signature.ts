/**
 * Ed25519, checked by WebCrypto; and sign-in signatures over `signInPreimage`.
 * Invariant: checking for somebody who does not exist costs what checking for somebody who does costs.
 */
import { fromBase64Url } from "../contract/bytes.ts";
import { signInPreimage } from "../contract/preimages.ts";

/** The base point of RFC 8032, section 5.1: a valid key nobody's sign-in is ever accepted under. */
const DECOY_KEY = new Uint8Array(32).fill(0x66);
DECOY_KEY[0] = 0x58;

/**
 * @param key base64url of a sign-in key, or null when nobody is there: the same work is then done with a decoy.
 * @returns whether there is a key and the signature holds under it.
 */
export async function signInHolds(
  key: string | null,
  signature: string,
  originHash: Uint8Array,
  challenge: Uint8Array,
  day: number,
): Promise<boolean> {
  const raw = key === null ? DECOY_KEY : fromBase64Url(key);
  const holds = await verifies(
    raw,
    fromBase64Url(signature),
    signInPreimage(originHash, challenge, day),
  );
  return holds && key !== null;
}

export async function verifies(
  raw: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, signature, message);
  } catch {
    // A stored key that is no point of the curve is a key under which nothing holds.
    return false;
  }
}
