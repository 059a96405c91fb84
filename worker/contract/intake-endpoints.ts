/** What anybody may ask: whether the service is up, whom a report may be sealed to, and to hand one in. */
import * as z from "zod/mini";
import { bytesOf, Hash, Id } from "./bytes.ts";
import { endpoint, Nothing } from "./endpoint.ts";
import { MemberWrap, SealedCard, SealedEntry, Wrap } from "./journal.ts";
import { ED25519_KEY_BYTES, SMALL_BODY_BYTES, SUBMIT_BODY_BYTES, WRAP_SLOTS } from "./limits.ts";
import { IdentityEnvelope } from "./release.ts";
import { Day, PublishedRoster } from "./roster.ts";
import { Action, Challenge, Proof } from "./session.ts";

export const intakeEndpoints = {
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
    input: z.strictObject({
      action: Action,
      /** Asks for the dearer work at once, after `proof-too-cheap`. */
      effort: z.optional(z.literal("more")),
    }),
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
      /** In every report, of one size: nobody sees on the way, or here, whether there is anything in it. */
      identity: IdentityEnvelope,
    }),
    output: z.strictObject({ receivedDay: Day, acknowledgeByDay: Day }),
    padding: "none",
  }),
} as const;
