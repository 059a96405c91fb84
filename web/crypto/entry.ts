/**
 * One journal entry: a plain header, and a body sealed under the lane key with the header bound to it.
 * Body plaintext: signature (64 bytes; zeros when a reporter wrote) || payload JSON || padding.
 * PROTOCOL.md, "Entry".
 */
import type { EntryHeader } from "../../worker/contract/entry-header.ts";
import { decodeEntryHeader, encodeEntryHeader } from "../../worker/contract/entry-header.ts";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { SealedEntry } from "../../worker/contract/journal.ts";
import { SIGNATURE_BYTES } from "../../worker/contract/limits.ts";
import { concat, entryPreimage } from "../../worker/contract/preimages.ts";
import { equal, fromUtf8, isZero, utf8 } from "./bytes.ts";
import { open, seal } from "./envelope.ts";
import { hash, sharedHash } from "./hash.ts";
import type { LaneKey, SigningSeed, VerifyKey } from "./keys.ts";
import { laneKeyHashOf, sign, signatureHolds } from "./keys.ts";
import { pad, unpad } from "./padding.ts";
import { CryptoError, LABELS } from "./suite.ts";

export interface SealedEntryWithHash {
  readonly entry: SealedEntry;
  /** 32 bytes: what the lane's next entry names as `prev`. */
  readonly hash: Uint8Array;
}

const UNSIGNED = new Uint8Array(SIGNATURE_BYTES);

function entryKey(key: LaneKey): Uint8Array {
  return hash(LABELS.entryKey, key);
}

export function entryHash(entry: SealedEntry): Uint8Array {
  return sharedHash(entryPreimage(fromBase64Url(entry.header), fromBase64Url(entry.body)));
}

/**
 * @param signer the author's seed; null when a reporter writes, who signs nothing so that whoever holds
 * the lane key could have written the same bytes.
 * @throws CryptoError `text-too-long` when the payload does not fit the largest bucket.
 */
export function sealEntry(
  fields: Omit<EntryHeader, "laneKeyHash">,
  payload: string,
  key: LaneKey,
  signer: SigningSeed | null,
): SealedEntryWithHash {
  const header = encodeEntryHeader({
    ...fields,
    laneKeyHash: laneKeyHashOf(key, fields.caseId),
  });
  const bytes = utf8(payload);
  const signature = signer === null ? UNSIGNED : sign(signer, LABELS.entrySignature, header, bytes);
  const body = seal(pad(concat(signature, bytes)), header, entryKey(key));
  const entry = { header: toBase64Url(header), body: toBase64Url(body) };
  return { entry, hash: sharedHash(entryPreimage(header, body)) };
}

export interface OpenedBody {
  readonly header: EntryHeader;
  readonly payload: string;
  readonly hash: Uint8Array;
}

function decoded(headerBytes: Uint8Array): EntryHeader {
  try {
    return decodeEntryHeader(headerBytes);
  } catch (cause) {
    throw new CryptoError("entry-invalid", { cause });
  }
}

/** @throws CryptoError `entry-invalid` for what is not base64url. */
function bytesIn(text: string): Uint8Array {
  try {
    return fromBase64Url(text);
  } catch (cause) {
    throw new CryptoError("entry-invalid", { cause });
  }
}

/** The header alone, unverified. @throws CryptoError `entry-invalid`. */
export function entryHeaderOf(entry: SealedEntry): EntryHeader {
  return decoded(bytesIn(entry.header));
}

/**
 * @param authorKey the key the author's signature must verify under; null when the header says a reporter
 * wrote it, and then there must be no signature.
 * @throws CryptoError `entry-invalid` when the bytes were not sealed so under this key, `entry-signature`
 * when the author did not sign them.
 */
export function openEntry(
  entry: SealedEntry,
  key: LaneKey,
  authorKey: VerifyKey | null,
): OpenedBody {
  const headerBytes = bytesIn(entry.header);
  const header = decoded(headerBytes);
  if (!equal(header.laneKeyHash, laneKeyHashOf(key, header.caseId))) {
    throw new CryptoError("entry-invalid");
  }
  const body = bytesIn(entry.body);
  const padded = open(body, headerBytes, entryKey(key));
  if (padded === null) throw new CryptoError("entry-invalid");
  const plain = unpad(padded);
  if (plain.length < SIGNATURE_BYTES) throw new CryptoError("entry-invalid");
  const signature = plain.subarray(0, SIGNATURE_BYTES);
  const payload = plain.subarray(SIGNATURE_BYTES);
  const holds =
    authorKey === null
      ? isZero(signature)
      : signatureHolds(signature, authorKey, LABELS.entrySignature, headerBytes, payload);
  if (!holds) throw new CryptoError("entry-signature");
  try {
    return {
      header,
      payload: fromUtf8(payload),
      hash: sharedHash(entryPreimage(headerBytes, body)),
    };
  } catch (cause) {
    throw new CryptoError("entry-invalid", { cause });
  }
}
