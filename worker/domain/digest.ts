/**
 * The hash both sides share: SHA-512 cut to its first 32 bytes (contract/preimages.ts), as base64url text,
 * which is how hashes are stored and compared here.
 */
import { toBase64Url } from "../contract/bytes.ts";
import { HASH_BYTES } from "../contract/limits.ts";

export async function digestBytes(
  preimage: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-512", preimage), 0, HASH_BYTES);
}

export async function digest(preimage: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64Url(await digestBytes(preimage));
}
