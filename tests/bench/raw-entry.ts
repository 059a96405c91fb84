/**
 * The libsodium calls one wrap and one journal entry take to open, on their own bytes, and nothing around them: of an
 * entry its key, its body, its author's signature, and the hash the next entry names. Each must succeed, or it throws.
 */
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import { decodeEntryHeader, laneByte } from "../../worker/contract/entry-header.ts";
import type { SealedEntry, Wrap } from "../../worker/contract/journal.ts";
import { HASH_BYTES, SIGNATURE_BYTES } from "../../worker/contract/limits.ts";
import { concat, entryPreimage, u32 } from "../../worker/contract/preimages.ts";
import { isZero } from "../../web/crypto/bytes.ts";
import { keyIdOf, type LaneKey, type SealKeyPair } from "../../web/crypto/keys.ts";
import { unpad } from "../../web/crypto/padding.ts";
import { sodium } from "../../web/crypto/sodium.ts";
import { LABELS } from "../../web/crypto/suite.ts";

const NONCE_BYTES = 24;
const KEM_CIPHERTEXT_BYTES = 1_120;

export interface RawEntry {
  readonly entryKeyInput: Uint8Array;
  /** Of the lane key, as the header names it. */
  readonly laneKeyInput: Uint8Array;
  readonly header: Uint8Array;
  readonly nonce: Uint8Array;
  readonly body: Uint8Array;
  readonly chained: Uint8Array;
  /** Null for a reporter's entry, which nobody signs. */
  readonly signed: {
    readonly signature: Uint8Array;
    readonly message: Uint8Array;
    readonly key: Uint8Array;
  } | null;
}

function openBody({ entryKeyInput, header, nonce, body }: Omit<RawEntry, "signed">): Uint8Array {
  const lib = sodium();
  const key = lib.crypto_generichash(HASH_BYTES, entryKeyInput, null);
  return lib.crypto_aead_xchacha20poly1305_ietf_decrypt(null, body, header, nonce, key);
}

/** @param authorKey the Ed25519 key of whoever signed the members' entries. */
export function layOutEntry(entry: SealedEntry, key: LaneKey, authorKey: Uint8Array): RawEntry {
  const header = fromBase64Url(entry.header);
  const sealed = fromBase64Url(entry.body);
  const { author, caseId } = decodeEntryHeader(header);
  const laidOut = {
    entryKeyInput: concat(LABELS.entryKey, key),
    laneKeyInput: concat(LABELS.laneKeyHash, caseId, key),
    header,
    nonce: sealed.subarray(0, NONCE_BYTES),
    body: sealed.subarray(NONCE_BYTES),
    chained: entryPreimage(header, sealed),
  };
  if (isZero(author)) return { ...laidOut, signed: null };
  const plain = unpad(openBody(laidOut));
  const signature = plain.slice(0, SIGNATURE_BYTES);
  const message = concat(LABELS.entrySignature, header, plain.subarray(SIGNATURE_BYTES));
  return { ...laidOut, signed: { signature, message, key: authorKey } };
}

/** @throws when any of the bytes are not what they were. */
export function rawOpenEntry(entry: RawEntry): void {
  const lib = sodium();
  lib.crypto_generichash(HASH_BYTES, entry.laneKeyInput, null);
  openBody(entry);
  lib.crypto_hash(entry.chained);
  if (entry.signed === null) return;
  const { signature, message, key } = entry.signed;
  if (!lib.crypto_sign_verify_detached(signature, message, key)) {
    throw new Error("bench: an entry's signature does not hold");
  }
}

export interface RawWrap {
  readonly secretKey: Uint8Array;
  readonly kemCiphertext: Uint8Array;
  readonly wrappingKeyInput: Uint8Array;
  readonly sealedKey: Uint8Array;
  readonly place: Uint8Array;
}

export function layOutWrap(
  { lane, epoch, wrap }: Wrap,
  origin: Uint8Array,
  caseId: Uint8Array,
  { publicKey, secretKey }: SealKeyPair,
): RawWrap {
  const bytes = fromBase64Url(wrap);
  const kemCiphertext = bytes.subarray(0, KEM_CIPHERTEXT_BYTES);
  const place = concat(origin, caseId, Uint8Array.of(laneByte(lane)), u32(epoch));
  const shared = sodium().crypto_kem_xwing_dec(kemCiphertext, secretKey);
  return {
    secretKey,
    kemCiphertext,
    wrappingKeyInput: concat(LABELS.wrap, shared, kemCiphertext, keyIdOf(publicKey), place),
    sealedKey: bytes.subarray(KEM_CIPHERTEXT_BYTES),
    place,
  };
}

/** @throws when any of the bytes are not what they were. */
export function rawOpenWrap(wrap: RawWrap): void {
  const lib = sodium();
  lib.crypto_kem_xwing_dec(wrap.kemCiphertext, wrap.secretKey);
  const key = lib.crypto_generichash(HASH_BYTES, wrap.wrappingKeyInput, null);
  lib.crypto_aead_xchacha20poly1305_ietf_decrypt(
    null,
    wrap.sealedKey,
    wrap.place,
    new Uint8Array(NONCE_BYTES),
    key,
  );
}
