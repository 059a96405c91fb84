/**
 * Shelves: the shred keys of the cases received in SHELF_DAYS days, as one object that lies outside the database.
 * One random secret says the keys of all its cases. The first key that is destroyed takes the secret with it: from
 * then on the keys of those that are left stand there one by one, and each can go without the others.
 *
 * Layout: version (1), kind (1), then a secret (32), or for each case its id (16) and key (32).
 */
import { fromBase64Url, toBase64Url } from "../contract/bytes.ts";
import { ID_BYTES } from "../contract/limits.ts";
import { concat, label } from "../contract/preimages.ts";

const VERSION = 1;
const WHOLE = 1;
const PARTED = 2;
const HEADER_BYTES = 2;
export const SHRED_KEY_BYTES = 32;
const ROW_BYTES = ID_BYTES + SHRED_KEY_BYTES;
const HMAC = { name: "HMAC", hash: "SHA-256" } as const;

type Bytes = Uint8Array<ArrayBuffer>;

export type Shelf =
  | { readonly kind: "whole"; readonly secret: Bytes; readonly mac: CryptoKey }
  /** By case id. */
  | { readonly kind: "parted"; readonly keys: ReadonlyMap<string, Bytes> };

/** Of a shelf that is new. */
export function encodeSecret(secret: Uint8Array): Bytes {
  return concat(new Uint8Array([VERSION, WHOLE]), secret);
}

export function encodeKeys(keys: ReadonlyMap<string, Uint8Array>): Bytes {
  const rows = [...keys].flatMap(([caseId, key]) => [fromBase64Url(caseId), key]);
  return concat(new Uint8Array([VERSION, PARTED]), ...rows);
}

/** @throws RangeError for what is no shelf */
export async function decodeShelf(bytes: Bytes): Promise<Shelf> {
  const [version, kind] = bytes;
  const rest = bytes.slice(HEADER_BYTES);
  if (version === VERSION && kind === WHOLE && rest.length === SHRED_KEY_BYTES) {
    const mac = await crypto.subtle.importKey("raw", rest, HMAC, false, ["sign"]);
    return { kind: "whole", secret: rest, mac };
  }
  if (version !== VERSION || kind !== PARTED || rest.length % ROW_BYTES !== 0) {
    throw new RangeError("shelf: not one");
  }
  const keys = new Map<string, Bytes>();
  for (let at = 0; at < rest.length; at += ROW_BYTES) {
    const row = rest.slice(at, at + ROW_BYTES);
    keys.set(toBase64Url(row.subarray(0, ID_BYTES)), row.slice(ID_BYTES));
  }
  return { kind: "parted", keys };
}

/** A case's shred key, 32 bytes; null once it was destroyed. */
export async function shredKeyOn(shelf: Shelf, caseId: string): Promise<Bytes | null> {
  if (shelf.kind === "parted") return shelf.keys.get(caseId) ?? null;
  const message = concat(label("shred key"), fromBase64Url(caseId));
  return new Uint8Array(await crypto.subtle.sign("HMAC", shelf.mac, message));
}

/** The keys that are left, without those; of a whole shelf, of the cases in `others`. */
export async function keysWithout(
  shelf: Shelf,
  destroyed: ReadonlySet<string>,
  others: readonly string[],
): Promise<ReadonlyMap<string, Bytes>> {
  const left = shelf.kind === "parted" ? [...shelf.keys.keys()] : others;
  const kept = new Map<string, Bytes>();
  for (const caseId of left) {
    const key = destroyed.has(caseId) ? null : await shredKeyOn(shelf, caseId);
    if (key !== null) kept.set(caseId, key);
  }
  return kept;
}
