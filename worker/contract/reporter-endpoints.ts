/** What the holder of a tracking code may ask: their own case, and nothing else. */
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { CasePlain, JournalCursor, SealedEntry, Wrap } from "./journal.ts";
import { SMALL_BODY_BYTES, SUBMIT_BODY_BYTES } from "./limits.ts";
import { Day } from "./roster.ts";
import { Proof, ReporterSignIn, Token } from "./session.ts";

export const reporterEndpoints = {
  reporterSignIn: endpoint({
    method: "POST",
    path: "/api/reporter/sign-in",
    auth: "nobody",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: ReporterSignIn,
    output: z.strictObject({ token: Token }),
    padding: "none",
  }),

  /** The reporter's own case: the conversation lane after `after`, padded so that no and some replies look alike. */
  reporterRead: endpoint({
    method: "POST",
    path: "/api/reporter/read",
    auth: "reporter",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ after: JournalCursor }),
    output: z.strictObject({
      case: CasePlain,
      wraps: z.array(Wrap),
      entries: z.array(SealedEntry),
      more: z.boolean(),
      day: Day,
      pad: z.string(),
    }),
    padding: "reporter",
  }),

  reporterAppend: endpoint({
    method: "POST",
    path: "/api/reporter/append",
    auth: "reporter",
    bodyLimitBytes: SUBMIT_BODY_BYTES,
    input: z.strictObject({
      proof: Proof,
      entry: SealedEntry,
      /** Withdrawing ends the code: the reporter's keys and wrap are deleted with this entry. */
      withdraw: z.boolean(),
    }),
    output: z.strictObject({ conversationSeq: z.int(), pad: z.string() }),
    padding: "reporter",
  }),
} as const;
