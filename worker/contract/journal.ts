/**
 * Entries, cards and wraps as they travel: a plain header, a sealed body.
 */
import * as z from "zod/mini";
import { bytesOf, Id, SealedBody } from "./bytes.ts";
import { LANES } from "./entry-header.ts";
import {
  CARD_BYTES,
  CARD_HEADER_BYTES,
  ENTRY_HEADER_BYTES,
  LANE_ENTRIES,
  SEAL_OVERHEAD_BYTES,
  WRAP_BYTES,
} from "./limits.ts";
import { Day } from "./roster.ts";

export const LaneName = z.enum(LANES);
export const Epoch = z.int().check(z.gte(0), z.lte(0xffff_ffff));
export const Seq = z.int().check(z.gte(0), z.lte(LANE_ENTRIES));

export const SealedEntry = z.strictObject({
  header: bytesOf(ENTRY_HEADER_BYTES),
  body: SealedBody,
});
export type SealedEntry = z.infer<typeof SealedEntry>;

export const SealedCard = z.strictObject({
  header: bytesOf(CARD_HEADER_BYTES),
  body: bytesOf(CARD_BYTES + SEAL_OVERHEAD_BYTES),
});
export type SealedCard = z.infer<typeof SealedCard>;

/** A lane key sealed to one public key. `key` is that public key's id. */
export const Wrap = z.strictObject({
  lane: LaneName,
  epoch: Epoch,
  key: Id,
  wrap: bytesOf(WRAP_BYTES),
});
export type Wrap = z.infer<typeof Wrap>;

/** A wrap and the member it is for; in a submission, a member of all zeros marks a dummy slot. */
export const MemberWrap = z.strictObject({
  member: Id,
  lane: LaneName,
  epoch: Epoch,
  key: Id,
  wrap: bytesOf(WRAP_BYTES),
});
export type MemberWrap = z.infer<typeof MemberWrap>;

/** The member id of a dummy wrap slot. */
export const DUMMY_MEMBER = "A".repeat(22);

/** How far a reader has come: the last seq it holds in each lane. */
export const JournalCursor = z.strictObject({
  conversation: Seq,
  internal: Seq,
});
export type JournalCursor = z.infer<typeof JournalCursor>;

/** The server's plain columns of a case, as its recipients see them. Days, never times. */
export const CasePlain = z.strictObject({
  case: Id,
  desk: Id,
  urgent: z.boolean(),
  receivedDay: Day,
  acknowledgedDay: z.nullable(Day),
  feedbackDay: z.nullable(Day),
  /** When the reporter was told that feedback takes up to six months. */
  feedbackExtendedDay: z.nullable(Day),
  /** Of the last closing; null while the case is open. */
  closedDay: z.nullable(Day),
  reopenedDay: z.nullable(Day),
  /** Of the last challenge, and of the answer to it. */
  challengedDay: z.nullable(Day),
  challengeDecidedDay: z.nullable(Day),
  withdrawnDay: z.nullable(Day),
  /** When the case is deleted, unless it is held; null while no rule says a day. */
  purgeDay: z.nullable(Day),
  /** While it is held: the day somebody looks at that again. Reporters are not told. */
  holdReviewDay: z.nullable(Day),
  nextDueDay: z.nullable(Day),
  conversationSeq: Seq,
  internalSeq: Seq,
});
export type CasePlain = z.infer<typeof CasePlain>;
