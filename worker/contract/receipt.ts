/**
 * What a member signs for a reporter when a promise was kept or missed, and the file the reporter can keep of it.
 * It travels sealed in the conversation, so the server reads none: it stands here because what is signed and what is
 * folded are read by one schema.
 */
import * as z from "zod/mini";
import { Hash, Id } from "./bytes.ts";
import { Day, FormerRoster, RosterVersion, Signed } from "./roster.ts";

/**
 * What every reporter is promised: Directive (EU) 2019/1937, Art. 9(1)(b) and (f); and, by the house, an answer to each
 * challenge.
 */
export const PROMISES = ["acknowledgement", "feedback", "challenge-decision"] as const;
export const PromiseName = z.enum(PROMISES);
export type PromiseName = z.infer<typeof PromiseName>;

/** How one promise stands: by which day it was to be kept, and on which day it was. Both days since 1970-01-01, UTC. */
export const PromiseStanding = z.strictObject({
  promise: PromiseName,
  dueDay: Day,
  /** Null while it is not kept. */
  metDay: z.nullable(Day),
});
export type PromiseStanding = z.infer<typeof PromiseStanding>;

/** As many as one receipt says; what is more goes with the next act. */
export const PROMISES_MAX = 8;

/** Signed by the member whose act it goes with. It says no word of the report. */
export const Receipt = z.strictObject({
  suite: z.literal("tern/1"),
  origin: z.url(),
  case: Id,
  member: Id,
  day: Day,
  /** Of the list of people that the member had verified. */
  rosterVersion: RosterVersion,
  roster: Hash,
  promises: z.array(PromiseStanding).check(z.minLength(1), z.maxLength(PROMISES_MAX)),
});
export type Receipt = z.infer<typeof Receipt>;

/** A receipt with what it takes to check it against the root key alone. */
export const ReceiptFile = z.strictObject({
  suite: z.literal("tern/1"),
  kind: z.literal("receipt"),
  receipt: Signed,
  published: FormerRoster,
});
export type ReceiptFile = z.infer<typeof ReceiptFile>;
