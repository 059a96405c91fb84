/**
 * Feedback on how a report was dealt with, as it travels: sealed to coordinators, and nothing in it names a report
 * but what is under the seal. PROTOCOL.md, "Feedback".
 */
import * as z from "zod/mini";
import { bytesOf, Id } from "./bytes.ts";
import { Reader, SUITE, Writer } from "./byte-fields.ts";
import {
  FEEDBACK_BYTES,
  FEEDBACK_HEADER_BYTES,
  HASH_BYTES,
  ID_BYTES,
  SEAL_OVERHEAD_BYTES,
  WRAP_BYTES,
  WRAP_SLOTS,
} from "./limits.ts";

export interface FeedbackHeader {
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  /** 16 random bytes. */
  readonly feedbackId: Uint8Array;
  /** Of the list of people whose coordinators it was sealed to. */
  readonly rosterHash: Uint8Array;
}

/** Suite (1), origin (32), feedback (16), roster hash (32). */
export function encodeFeedbackHeader(header: FeedbackHeader): Uint8Array<ArrayBuffer> {
  const writer = new Writer(FEEDBACK_HEADER_BYTES);
  writer.u8(SUITE);
  writer.fixed(header.origin, HASH_BYTES);
  writer.fixed(header.feedbackId, ID_BYTES);
  writer.fixed(header.rosterHash, HASH_BYTES);
  return writer.bytes;
}

/** @throws RangeError when it is none. */
export function decodeFeedbackHeader(bytes: Uint8Array): FeedbackHeader {
  const reader = new Reader(bytes, FEEDBACK_HEADER_BYTES);
  reader.suite();
  return {
    origin: reader.fixed(HASH_BYTES),
    feedbackId: reader.fixed(ID_BYTES),
    rosterHash: reader.fixed(HASH_BYTES),
  };
}

export const FeedbackHeaderText = bytesOf(FEEDBACK_HEADER_BYTES);
const FeedbackBody = bytesOf(FEEDBACK_BYTES + SEAL_OVERHEAD_BYTES);

/** The key of one feedback, sealed to one coordinator; a member of all zeros marks a dummy slot. */
export const FeedbackWrap = z.strictObject({ member: Id, key: Id, wrap: bytesOf(WRAP_BYTES) });
export type FeedbackWrap = z.infer<typeof FeedbackWrap>;

export const SealedFeedback = z.strictObject({
  header: FeedbackHeaderText,
  body: FeedbackBody,
  wraps: z
    .array(FeedbackWrap)
    .check(z.refine((wraps) => WRAP_SLOTS.some((slots) => slots === wraps.length))),
});
export type SealedFeedback = z.infer<typeof SealedFeedback>;

/** As a coordinator is handed it. */
export const KeptFeedback = z.strictObject({
  feedback: Id,
  /** The first day of the month it came in: days since 1970-01-01, UTC. */
  receivedMonth: z.int(),
  header: FeedbackHeaderText,
  body: FeedbackBody,
  /** Their own. */
  key: Id,
  wrap: bytesOf(WRAP_BYTES),
});
export type KeptFeedback = z.infer<typeof KeptFeedback>;
