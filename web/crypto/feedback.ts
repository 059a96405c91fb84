/**
 * What somebody says of how their report was dealt with: under a key of its own, wrapped to each coordinator. The key
 * has nothing to do with any case, code or session. PROTOCOL.md, "Feedback".
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import {
  decodeFeedbackHeader,
  encodeFeedbackHeader,
  type FeedbackWrap,
  type KeptFeedback,
  type SealedFeedback,
} from "../../worker/contract/feedback.ts";
import { DUMMY_MEMBER } from "../../worker/contract/journal.ts";
import { FEEDBACK_BYTES, ID_BYTES, WRAP_BYTES, WRAP_SLOTS } from "../../worker/contract/limits.ts";
import { concat } from "../../worker/contract/preimages.ts";
import { equal, fromUtf8, random, utf8 } from "./bytes.ts";
import { open, seal } from "./envelope.ts";
import { hash } from "./hash.ts";
import type { LaneKey, SealKeyPair, SealPublicKey } from "./keys.ts";
import { keyIdOf, laneKey, newLaneKey } from "./keys.ts";
import { padTo, unpad } from "./padding.ts";
import type { SealedPlace } from "./seal-to.ts";
import { CryptoError, LABELS } from "./suite.ts";
import { openWrapped, sealWrapped } from "./wrapped.ts";

export interface FeedbackReader {
  /** Member id, base64url. */
  readonly id: string;
  readonly key: SealPublicKey;
}

/** What a wrap is bound to. 32-byte hash of the organisation's origin, and 16 bytes. */
export function feedbackPlace(origin: Uint8Array, feedbackId: Uint8Array): SealedPlace {
  return { label: LABELS.feedbackWrap, place: concat(origin, feedbackId) };
}

function bodyKey(key: LaneKey): Uint8Array {
  return hash(LABELS.feedbackKey, key);
}

function emptySlot(): FeedbackWrap {
  return {
    member: DUMMY_MEMBER,
    key: toBase64Url(random(ID_BYTES)),
    wrap: toBase64Url(random(WRAP_BYTES)),
  };
}

/**
 * @param text JSON of the answers
 * @throws CryptoError `text-too-long`, `packet-invalid`; `wrap-invalid` for more readers than there are slots
 */
export function sealFeedback(
  text: string,
  readers: readonly FeedbackReader[],
  place: { readonly origin: Uint8Array; readonly rosterHash: Uint8Array },
): SealedFeedback {
  const feedbackId = random(ID_BYTES);
  const header = encodeFeedbackHeader({ ...place, feedbackId });
  const key = newLaneKey();
  const { label, place: bound } = feedbackPlace(place.origin, feedbackId);
  const wraps = readers.map(({ id, key: reader }): FeedbackWrap => ({
    member: id,
    key: toBase64Url(keyIdOf(reader)),
    wrap: toBase64Url(sealWrapped(key, reader, label, bound)),
  }));
  const slots = WRAP_SLOTS.find((count) => count >= wraps.length);
  if (slots === undefined) throw new CryptoError("wrap-invalid");
  while (wraps.length < slots) wraps.push(emptySlot());
  const body = seal(padTo(utf8(text), FEEDBACK_BYTES), header, bodyKey(key));
  return { header: toBase64Url(header), body: toBase64Url(body), wraps };
}

/**
 * The JSON inside. @param pairs the coordinator's keys, the newest and former ones
 * @throws CryptoError `wrap-invalid`, `entry-invalid`
 */
export function openFeedback(
  kept: KeptFeedback,
  pairs: readonly SealKeyPair[],
  origin: Uint8Array,
): string {
  const header = fromBase64Url(kept.header);
  const { origin: said, feedbackId } = decodeFeedbackHeader(header);
  const own = pairs.find(({ publicKey }) => toBase64Url(keyIdOf(publicKey)) === kept.key);
  if (own === undefined || !equal(said, origin) || toBase64Url(feedbackId) !== kept.feedback) {
    throw new CryptoError("wrap-invalid");
  }
  const { label, place } = feedbackPlace(origin, feedbackId);
  const key = laneKey(openWrapped(fromBase64Url(kept.wrap), own, label, place));
  const padded = open(fromBase64Url(kept.body), header, bodyKey(key));
  if (padded === null) throw new CryptoError("entry-invalid");
  try {
    return fromUtf8(unpad(padded));
  } catch (cause) {
    throw new CryptoError("entry-invalid", { cause });
  }
}
