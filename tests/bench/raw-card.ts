/**
 * The libsodium calls one card takes to open, on the card's own bytes, and nothing around them: every input is
 * laid out beforehand, nothing is decoded, parsed or compared. Each call must succeed, or it throws.
 */
import { fromBase64Url } from "../../worker/contract/bytes.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { Wrap } from "../../worker/contract/journal.ts";
import { decodeCardHeader, laneByte } from "../../worker/contract/entry-header.ts";
import { HASH_BYTES, SIGNATURE_BYTES } from "../../worker/contract/limits.ts";
import { concat, u32 } from "../../worker/contract/preimages.ts";
import { isZero } from "../../web/crypto/bytes.ts";
import { keyIdOf, type SealKeyPair } from "../../web/crypto/keys.ts";
import { unpad } from "../../web/crypto/padding.ts";
import { sodium } from "../../web/crypto/sodium.ts";
import { LABELS } from "../../web/crypto/suite.ts";

export type InboxRow = OutputOf<"inbox">["cases"][number] & { readonly wrap: Wrap };

const KEM_CIPHERTEXT_BYTES = 1_120;
const NONCE_BYTES = 24;
const ZERO_NONCE = new Uint8Array(NONCE_BYTES);

export interface RawCard {
  readonly secretKey: Uint8Array;
  readonly kemCiphertext: Uint8Array;
  readonly sealedLaneKey: Uint8Array;
  readonly place: Uint8Array;
  readonly wrappingKeyInput: Uint8Array;
  readonly cardKeyInput: Uint8Array;
  readonly header: Uint8Array;
  readonly nonce: Uint8Array;
  readonly body: Uint8Array;
  /** Null for a reporter's card, which nobody signs. */
  readonly signed: {
    readonly signature: Uint8Array;
    readonly message: Uint8Array;
    readonly key: Uint8Array;
  } | null;
}

/** @param authorKey the Ed25519 key of whoever signed the members' cards. */
export function layOut(row: InboxRow, pair: SealKeyPair, authorKey: Uint8Array): RawCard {
  const wrap = fromBase64Url(row.wrap.wrap);
  const header = fromBase64Url(row.card.header);
  const sealed = fromBase64Url(row.card.body);
  const { origin, caseId, lane, epoch, author } = decodeCardHeader(header);
  const place = concat(origin, caseId, Uint8Array.of(laneByte(lane)), u32(epoch));
  const kemCiphertext = wrap.subarray(0, KEM_CIPHERTEXT_BYTES);
  const sharedSecret = sodium().crypto_kem_xwing_dec(kemCiphertext, pair.secretKey);
  const keyId = keyIdOf(pair.publicKey);
  const wrappingKeyInput = concat(LABELS.wrap, sharedSecret, kemCiphertext, keyId, place);
  const laneKey = sodium().crypto_aead_xchacha20poly1305_ietf_decrypt(
    null,
    wrap.subarray(KEM_CIPHERTEXT_BYTES),
    place,
    ZERO_NONCE,
    sodium().crypto_generichash(HASH_BYTES, wrappingKeyInput, null),
  );
  const laidOut = {
    secretKey: pair.secretKey,
    kemCiphertext,
    sealedLaneKey: wrap.subarray(KEM_CIPHERTEXT_BYTES),
    place,
    wrappingKeyInput,
    cardKeyInput: concat(LABELS.cardKey, laneKey),
    header,
    nonce: sealed.subarray(0, NONCE_BYTES),
    body: sealed.subarray(NONCE_BYTES),
  };
  if (isZero(author)) return { ...laidOut, signed: null };
  const plain = unpad(openBody(laidOut));
  const signature = plain.slice(0, SIGNATURE_BYTES);
  const message = concat(LABELS.cardSignature, header, plain.subarray(SIGNATURE_BYTES));
  return { ...laidOut, signed: { signature, message, key: authorKey } };
}

function openBody({ cardKeyInput, header, nonce, body }: Omit<RawCard, "signed">): Uint8Array {
  const lib = sodium();
  const key = lib.crypto_generichash(HASH_BYTES, cardKeyInput, null);
  return lib.crypto_aead_xchacha20poly1305_ietf_decrypt(null, body, header, nonce, key);
}

/** @throws when any of the bytes are not what they were. */
export function rawOpenCard(card: RawCard): void {
  const lib = sodium();
  lib.crypto_kem_xwing_dec(card.kemCiphertext, card.secretKey);
  const wrapping = lib.crypto_generichash(HASH_BYTES, card.wrappingKeyInput, null);
  lib.crypto_aead_xchacha20poly1305_ietf_decrypt(
    null,
    card.sealedLaneKey,
    card.place,
    ZERO_NONCE,
    wrapping,
  );
  openBody(card);
  if (card.signed === null) return;
  const { signature, message, key } = card.signed;
  if (!lib.crypto_sign_verify_detached(signature, message, key)) {
    throw new Error("bench: a card's signature does not hold");
  }
}
