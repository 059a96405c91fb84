/**
 * Ed25519 signatures, checked by WebCrypto: those that sign somebody in, and those members put under their acts.
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

/**
 * The points of small order, encoded (their last bit apart), and the field's prime, which encodes one again.
 * libsodium, which checks the same signatures in browsers, refuses them as a key and in a signature; WebCrypto does
 * not. What one side takes and the other refuses would look like an entry that nobody signed.
 */
const SMALL_ORDER = [
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];

function hasSmallOrder(point: Uint8Array): boolean {
  const hex = Array.from(point, (byte, at) =>
    (at === point.length - 1 ? byte & 0x7f : byte).toString(16).padStart(2, "0"),
  ).join("");
  return SMALL_ORDER.includes(hex);
}

/**
 * Is this an Ed25519 signature that every client will find to hold too?
 * @param key base64url of a member's identity key, from the roster
 * @param message opens with its label
 */
export async function identitySignatureHolds(
  key: string,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const raw = fromBase64Url(key);
  if (hasSmallOrder(raw) || hasSmallOrder(signature.subarray(0, 32))) return false;
  return await verifies(raw, signature, message);
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
