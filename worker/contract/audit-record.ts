/** An audit log as it is downloaded, to be checked anywhere by whoever trusts the root key and nothing else. */
import * as z from "zod/mini";
import { AuditHead, StoredAudit } from "./audit.ts";
import { Day, FormerRoster } from "./roster.ts";

export const AuditRecord = z.strictObject({
  suite: z.literal("tern/1"),
  /** The server's day when it was read. */
  day: Day,
  /** From the first to the one in force then. */
  rosters: z.array(FormerRoster),
  /** In the order they were stored. */
  entries: z.array(StoredAudit),
  /** Where the server said that the log ends. */
  head: AuditHead,
});
export type AuditRecord = z.infer<typeof AuditRecord>;
