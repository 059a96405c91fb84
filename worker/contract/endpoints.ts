/**
 * The one table of endpoints: name -> what may be asked, by whom, and what may be answered.
 * The Worker mounts it, the client builds its requests from it, the tests enumerate it.
 * Every object is strict: an unknown key is refused, never ignored.
 */
import * as z from "zod/mini";
import { bytesOf, Hash, Id } from "./bytes.ts";
import { endpoint } from "./endpoint.ts";
import { CasePlain, JournalCursor, MemberWrap, SealedCard, SealedEntry, Wrap } from "./journal.ts";
import {
  APPEND_BODY_BYTES,
  APPEND_ENTRIES,
  APPEND_WRAPS,
  ED25519_KEY_BYTES,
  INBOX_PAGE_CASES,
  SMALL_BODY_BYTES,
  SUBMIT_BODY_BYTES,
  WRAP_SLOTS,
} from "./limits.ts";
import { Day, PublishedRoster } from "./roster.ts";
import {
  Action,
  Challenge,
  Handle,
  MemberSignIn,
  PassphraseParameters,
  Proof,
  ReporterSignIn,
  SealedKeyring,
  Token,
} from "./session.ts";

const Nothing = z.strictObject({});

export const endpoints = {
  health: endpoint({
    method: "GET",
    path: "/api/health",
    auth: "nobody",
    bodyLimitBytes: 0,
    input: Nothing,
    output: z.strictObject({ ok: z.literal(true) }),
    padding: "none",
  }),

  /** Delegation, roster and key packets: whom a report may be sealed to, as signed statements. */
  roster: endpoint({
    method: "GET",
    path: "/api/roster",
    auth: "nobody",
    bodyLimitBytes: 0,
    input: Nothing,
    output: PublishedRoster,
    padding: "none",
  }),

  challenge: endpoint({
    method: "POST",
    path: "/api/challenge",
    auth: "nobody",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ action: Action }),
    output: Challenge,
    padding: "none",
  }),

  /** A new case: its reporter, its wraps, its first entry and its card, written together or not at all. */
  submitReport: endpoint({
    method: "POST",
    path: "/api/report",
    auth: "nobody",
    bodyLimitBytes: SUBMIT_BODY_BYTES,
    input: z.strictObject({
      proof: Proof,
      case: Id,
      desk: Id,
      urgent: z.boolean(),
      reporter: z.strictObject({
        /** Hash of the locator; the locator itself is shown only to sign in. */
        locatorHash: Hash,
        signInKey: bytesOf(ED25519_KEY_BYTES),
        wrap: Wrap,
      }),
      wraps: z
        .array(MemberWrap)
        .check(z.refine((wraps) => WRAP_SLOTS.some((slots) => slots === wraps.length))),
      entry: SealedEntry,
      card: SealedCard,
    }),
    output: z.strictObject({ receivedDay: Day, acknowledgeByDay: Day }),
    padding: "none",
  }),

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

  memberParameters: endpoint({
    method: "POST",
    path: "/api/member/parameters",
    auth: "nobody",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ handle: Handle }),
    output: PassphraseParameters,
    padding: "none",
  }),

  memberSignIn: endpoint({
    method: "POST",
    path: "/api/member/sign-in",
    auth: "nobody",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: MemberSignIn,
    output: z.strictObject({
      token: Token,
      member: Id,
      keyring: SealedKeyring,
      keyringVersion: z.int(),
    }),
    padding: "none",
  }),

  memberSignOut: endpoint({
    method: "POST",
    path: "/api/member/sign-out",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: Nothing,
    padding: "none",
  }),

  /** Replaces the caller's sealed keyring, if the stored one is still at `replacesVersion`. */
  saveKeyring: endpoint({
    method: "POST",
    path: "/api/member/keyring",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ replacesVersion: z.int(), keyring: SealedKeyring }),
    output: z.strictObject({ keyringVersion: z.int() }),
    padding: "none",
  }),

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
        .array(z.strictObject({ plain: CasePlain, card: SealedCard, wrap: Wrap }))
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
    input: z.strictObject({ case: Id, after: JournalCursor }),
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

  /** Entries at the end of their lanes, the card that takes them in, and the clocks they met: one atomic write. */
  appendToCase: endpoint({
    method: "POST",
    path: "/api/case/append",
    auth: "member",
    bodyLimitBytes: APPEND_BODY_BYTES,
    input: z.strictObject({
      case: Id,
      entries: z.array(SealedEntry).check(z.minLength(1), z.maxLength(APPEND_ENTRIES)),
      /** Only for a lane epoch that these entries open. */
      wraps: z.array(MemberWrap).check(z.maxLength(APPEND_WRAPS)),
      card: SealedCard,
      acknowledged: z.boolean(),
      feedback: z.boolean(),
      closed: z.boolean(),
    }),
    output: z.strictObject({ plain: CasePlain }),
    padding: "none",
  }),
} as const;

export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
export type InputOf<Name extends EndpointName> = z.infer<Endpoints[Name]["input"]>;
export type OutputOf<Name extends EndpointName> = z.infer<Endpoints[Name]["output"]>;
