/**
 * A card: the sealed snapshot of a case that names how far it has read. One size for all.
 * Plaintext: signature (64 bytes; zeros when a reporter wrote) || JSON || padding to 1 KiB.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { CardHeader } from "../../worker/contract/entry-header.ts";
import { decodeCardHeader, encodeCardHeader } from "../../worker/contract/entry-header.ts";
import type { SealedCard } from "../../worker/contract/journal.ts";
import { CARD_BYTES, SIGNATURE_BYTES } from "../../worker/contract/limits.ts";
import { concat } from "../../worker/contract/preimages.ts";
import { fromUtf8, isZero, utf8 } from "./bytes.ts";
import { open, seal } from "./envelope.ts";
import { hash } from "./hash.ts";
import type { LaneKey, SigningSeed, VerifyKey } from "./keys.ts";
import { sign, signatureHolds } from "./keys.ts";
import { padTo, unpad } from "./padding.ts";
import { CryptoError, LABELS } from "./suite.ts";

const UNSIGNED = new Uint8Array(SIGNATURE_BYTES);

function cardKey(key: LaneKey): Uint8Array {
  return hash(LABELS.cardKey, key);
}

/** @throws CryptoError `text-too-long` when the JSON does not fit. */
export function sealCard(
  fields: CardHeader,
  json: string,
  key: LaneKey,
  signer: SigningSeed | null,
): SealedCard {
  const header = encodeCardHeader(fields);
  const bytes = utf8(json);
  const signature = signer === null ? UNSIGNED : sign(signer, LABELS.cardSignature, header, bytes);
  const body = seal(padTo(concat(signature, bytes), CARD_BYTES), header, cardKey(key));
  return { header: toBase64Url(header), body: toBase64Url(body) };
}

/** The header alone, unverified. @throws CryptoError `card-invalid`. */
export function cardHeaderOf(card: SealedCard): CardHeader {
  try {
    return decodeCardHeader(fromBase64Url(card.header));
  } catch (cause) {
    throw new CryptoError("card-invalid", { cause });
  }
}

/**
 * @param authorKey as for entries; a reporter's unsigned card is believed only in the conversation lane.
 * @returns the JSON. @throws CryptoError `card-invalid`.
 */
export function openCard(card: SealedCard, key: LaneKey, authorKey: VerifyKey | null): string {
  const header = fromBase64Url(card.header);
  const { lane } = cardHeaderOf(card);
  const padded = open(fromBase64Url(card.body), header, cardKey(key));
  if (padded === null) throw new CryptoError("card-invalid");
  try {
    const plain = unpad(padded);
    const signature = plain.subarray(0, SIGNATURE_BYTES);
    const json = plain.subarray(SIGNATURE_BYTES);
    const holds =
      authorKey === null
        ? lane === "conversation" && isZero(signature)
        : signatureHolds(signature, authorKey, LABELS.cardSignature, header, json);
    if (holds && signature.length === SIGNATURE_BYTES) return fromUtf8(json);
  } catch (cause) {
    throw new CryptoError("card-invalid", { cause });
  }
  throw new CryptoError("card-invalid");
}
