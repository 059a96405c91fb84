/** What the holder of a tracking code may ask: their own case, and nothing else. */
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { CasePlain, JournalCursor, SealedEntry, Wrap } from "./journal.ts";
import { DECISIONS_SHOWN, SMALL_BODY_BYTES, SUBMIT_BODY_BYTES } from "./limits.ts";
import { IdentityEnvelope } from "./release.ts";
import { Day, Signed } from "./roster.ts";
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
      /** Custodians' signed decisions, so that whoever asked cannot keep them back. Newest last. */
      decisions: z.array(Signed).check(z.maxLength(DECISIONS_SHOWN)),
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
      /** Challenging a decision starts a clock. */
      challenge: z.boolean(),
      /** With every entry: kept beside those that came before, and named by the entry when there is something in it. */
      identity: IdentityEnvelope,
      /** Deletes the envelopes that came with earlier entries, and every piece of a key that was given out. */
      forgetIdentity: z.boolean(),
    }),
    output: z.strictObject({ conversationSeq: z.int(), pad: z.string() }),
    padding: "reporter",
  }),
} as const;
