/** What is said of cases that were deleted, once nothing else of them is left. */
import * as z from "zod/mini";
import { Id } from "./bytes.ts";
import { DELETION_REASONS } from "./retention.ts";
import { Day } from "./roster.ts";

/** As many as one entry of the audit log names: its length has a limit. */
export const DELETIONS_SIGNED = 8;

/** Cases that were deleted on one day for one reason. */
export const Deletion = z.strictObject({
  deletedDay: Day,
  reason: z.enum(DELETION_REASONS),
  cases: z.array(Id).check(z.minLength(1), z.maxLength(DELETIONS_SIGNED)),
});
export type Deletion = z.infer<typeof Deletion>;
