/**
 * The audit log and what goes with it: its end, to append after; all of it, for those whose office it is to check
 * it; what the server refused; and every list of people there ever was.
 */
import * as z from "zod/mini";
import { AuditHead, AuditSeq, SignedAudit, StoredAudit } from "./audit.ts";
import { Id } from "./bytes.ts";
import { Deletion } from "./deletion.ts";
import { Count, endpoint, Nothing } from "./endpoint.ts";
import {
  AUDIT_PAGE_ENTRIES,
  REFUSED_ACTS_SHOWN,
  ROSTER_PAGE_VERSIONS,
  SMALL_BODY_BYTES,
} from "./limits.ts";
import { Day, FormerRoster } from "./roster.ts";

export const auditEndpoints = {
  /** What the next entry must follow, and the day it must carry. */
  auditHead: endpoint({
    method: "POST",
    path: "/api/audit/head",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: z.strictObject({ head: AuditHead, day: Day }),
    padding: "none",
  }),

  /** An act that is nothing but its entry: `sign-in`, which makes the session usable, and `export`. */
  appendAudit: endpoint({
    method: "POST",
    path: "/api/audit/append",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ audit: SignedAudit }),
    output: z.strictObject({ head: AuditHead }),
    padding: "none",
  }),

  /** The entries after `after`, as stored, in the order of the log. */
  readAudit: endpoint({
    method: "POST",
    path: "/api/audit/read",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ after: AuditSeq }),
    output: z.strictObject({
      entries: z.array(StoredAudit).check(z.maxLength(AUDIT_PAGE_ENTRIES)),
      /** To read on from; null at the end. */
      next: z.nullable(AuditSeq),
      head: AuditHead,
      day: Day,
    }),
    padding: "none",
  }),

  /** The server's own note of members' acts it refused: counted, unsigned, newest day first. */
  refusedActs: endpoint({
    method: "POST",
    path: "/api/audit/refused",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: z.strictObject({
      refused: z
        .array(
          z.strictObject({
            day: Day,
            member: Id,
            endpoint: z.string(),
            code: z.string(),
            count: Count,
          }),
        )
        .check(z.maxLength(REFUSED_ACTS_SHOWN)),
    }),
    padding: "none",
  }),

  /** Cases that were deleted and do not stand in the log yet: the next that one entry can name; null for none. */
  deletions: endpoint({
    method: "POST",
    path: "/api/audit/deletions",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: z.strictObject({ deletion: z.nullable(Deletion) }),
    padding: "none",
  }),

  /** Puts exactly those into the log. */
  signDeletions: endpoint({
    method: "POST",
    path: "/api/audit/deletions/sign",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    /** `deletion`, as `deletions` answered. */
    input: z.strictObject({ audit: SignedAudit }),
    output: z.strictObject({ head: AuditHead }),
    padding: "none",
  }),

  /** Every roster ever published, oldest first, a page at a time. */
  rosterHistory: endpoint({
    method: "POST",
    path: "/api/roster/history",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ afterVersion: z.int().check(z.gte(0), z.lte(0xffff_ffff)) }),
    output: z.strictObject({
      rosters: z.array(FormerRoster).check(z.maxLength(ROSTER_PAGE_VERSIONS)),
      more: z.boolean(),
    }),
    padding: "none",
  }),
} as const;
