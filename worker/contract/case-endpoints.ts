/** Cases as their recipients work on them: sealed cards, journals, appends. */
import * as z from "zod/mini";
import { SignedAudit } from "./audit.ts";
import { Id } from "./bytes.ts";
import { DueStep } from "./due.ts";
import { endpoint } from "./endpoint.ts";
import { CasePlain, JournalCursor, MemberWrap, SealedCard, SealedEntry, Wrap } from "./journal.ts";
import {
  APPEND_BODY_BYTES,
  APPEND_ENTRIES,
  APPEND_WRAPS,
  INBOX_PAGE_CASES,
  SMALL_BODY_BYTES,
} from "./limits.ts";
import { Day } from "./roster.ts";

/** Entries at the end of their lanes, the card that takes them in, and the clocks they met. */
export const CaseAppend = {
  case: Id,
  entries: z.array(SealedEntry).check(z.minLength(1), z.maxLength(APPEND_ENTRIES)),
  /** Only for a lane epoch that these entries open. */
  wraps: z.array(MemberWrap).check(z.maxLength(APPEND_WRAPS)),
  card: SealedCard,
  acknowledged: z.boolean(),
  feedback: z.boolean(),
  /** Once, and only before feedback was given. */
  feedbackExtended: z.boolean(),
  closed: z.boolean(),
  reopened: z.boolean(),
  /** An open challenge was answered. */
  challengeDecided: z.boolean(),
  /** Nothing is deleted while a case is held. A day: it is held, and looked at again by then. Null: held no longer. */
  hold: z.optional(z.nullable(Day)),
  /** The earliest day of the team's own clocks and tasks as they stand after these entries; null for none. */
  dueDay: z.nullable(Day),
};

export const caseEndpoints = {
  /** The caller's cases, newest first, a page at a time: sealed cards and the one wrap that opens each. */
  inbox: endpoint({
    method: "POST",
    path: "/api/inbox",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({
      after: z.nullable(z.strictObject({ receivedDay: Day, case: Id })),
    }),
    output: z.strictObject({
      cases: z
        /**
         * `wrap`: null when it is damaged, or what it lies under is damaged or lost. `step`: how far it has come with
         * what is due on the case; null where nothing is.
         */
        .array(
          z.strictObject({
            plain: CasePlain,
            card: SealedCard,
            wrap: z.nullable(Wrap),
            step: z.nullable(DueStep),
          }),
        )
        .check(z.maxLength(INBOX_PAGE_CASES)),
      next: z.nullable(z.strictObject({ receivedDay: Day, case: Id })),
      day: Day,
    }),
    padding: "none",
  }),

  readCase: endpoint({
    method: "POST",
    path: "/api/case/read",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({
      case: Id,
      after: JournalCursor,
      /** `case-opened`, the first time in a session; null afterwards. */
      audit: z.nullable(SignedAudit),
    }),
    output: z.strictObject({
      plain: CasePlain,
      card: SealedCard,
      wraps: z.array(Wrap),
      entries: z.array(SealedEntry),
      more: z.boolean(),
      day: Day,
    }),
    padding: "none",
  }),

  /** One atomic write. */
  appendToCase: endpoint({
    method: "POST",
    path: "/api/case/append",
    auth: "member",
    bodyLimitBytes: APPEND_BODY_BYTES,
    input: z.strictObject({
      ...CaseAppend,
      /** `best-interests`: one of these entries says why a step serves the child. No case is closed without. */
      audit: z.optional(SignedAudit),
    }),
    output: z.strictObject({ plain: CasePlain }),
    padding: "none",
  }),

  /** The entry that parts of the case are taken out, and its line in the audit log: before they are. */
  exportCase: endpoint({
    method: "POST",
    path: "/api/case/export",
    auth: "member",
    bodyLimitBytes: APPEND_BODY_BYTES,
    input: z.strictObject({ ...CaseAppend, audit: SignedAudit }),
    output: z.strictObject({ plain: CasePlain }),
    padding: "none",
  }),
} as const;
