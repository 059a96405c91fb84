/**
 * The layer around every key of a case in the database. The database's host keeps what was deleted for 30 days; the
 * key of this layer lies elsewhere and does not come back, so what comes back opens nothing.
 * It keeps nothing from the server, which holds the key while the case is there.
 *
 * An X-Wing ciphertext is of no use without what follows it, so its first 1,119 bytes stay as they came: a multiple of
 * three, where base64url can be cut. What lay there before this layer has no mark, and is passed through.
 */
import { fromBase64Url, toBase64Url } from "../contract/bytes.ts";
import { concat, label } from "../contract/preimages.ts";

/** No letter of base64url is in either. The second goes before the name of a later shelf. */
const MARK = "1.";
const LATER_MARK = "2.";
/** base64url of a later shelf's name. */
export const LATER_NAME_BYTES = 6;
const LATER_NAME_CHARACTERS = 8;
const OPEN_CHARACTERS = 1_492;
export const SHRED_NONCE_BYTES = 12;

function place(iv: Uint8Array<ArrayBuffer>) {
  return { name: "AES-GCM", iv, additionalData: label("shred layer") };
}

/** @param raw 32 bytes */
export async function importShredKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/**
 * @param later the name of the shelf its key lies on; null for the first of its days
 * @param sealed base64url that begins with an X-Wing ciphertext
 */
export async function addLayer(
  key: CryptoKey,
  later: string | null,
  sealed: string,
  nonce: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const end = fromBase64Url(sealed.slice(OPEN_CHARACTERS));
  const covered = await crypto.subtle.encrypt(place(nonce), key, end);
  const covering = toBase64Url(concat(nonce, new Uint8Array(covered)));
  const mark = later === null ? MARK : LATER_MARK + later;
  return mark + sealed.slice(0, OPEN_CHARACTERS) + covering;
}

export function hasLayer(stored: string): boolean {
  return stored.startsWith(MARK) || stored.startsWith(LATER_MARK);
}

/** Of what has a layer: the name of the shelf its key lies on; null for the first of its days. */
export function laterShelfOf(stored: string): string | null {
  if (!stored.startsWith(LATER_MARK)) return null;
  return stored.slice(LATER_MARK.length, LATER_MARK.length + LATER_NAME_CHARACTERS);
}

/** @throws when the key is another's */
export async function removeLayer(key: CryptoKey, stored: string): Promise<string> {
  const later = laterShelfOf(stored) ?? "";
  const sealed = stored.slice(MARK.length + later.length);
  const covering = fromBase64Url(sealed.slice(OPEN_CHARACTERS));
  const nonce = covering.slice(0, SHRED_NONCE_BYTES);
  const end = await crypto.subtle.decrypt(place(nonce), key, covering.slice(SHRED_NONCE_BYTES));
  return sealed.slice(0, OPEN_CHARACTERS) + toBase64Url(new Uint8Array(end));
}
