/** What a member asks about their own account: what proves that it is them, and where they are signed in. */
import * as z from "zod/mini";
import { SignedAudit } from "./audit.ts";
import { Id } from "./bytes.ts";
import { endpoint, Nothing } from "./endpoint.ts";
import { PASSKEYS_EACH, SMALL_BODY_BYTES } from "./limits.ts";
import { Day } from "./roster.ts";
import {
  AuthenticatorSecret,
  Code,
  CredentialId,
  ListedPasskey,
  PasskeyCreation,
  SecondFactor,
  SessionId,
  Ticket,
} from "./second-factor.ts";

export const accountEndpoints = {
  secondFactors: endpoint({
    method: "POST",
    path: "/api/account/second-factors",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: z.strictObject({
      passkeys: z.array(ListedPasskey).check(z.maxLength(PASSKEYS_EACH)),
      /** The day an authenticator was added; null without one. */
      authenticatorAddedDay: z.nullable(Day),
      /** The caller's roles ask for one: the last is not taken away. */
      required: z.boolean(),
    }),
    padding: "none",
  }),

  /** The secret is the browser's own; a code made from it shows that the authenticator has it too. */
  addAuthenticator: endpoint({
    method: "POST",
    path: "/api/account/authenticator/add",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ secret: AuthenticatorSecret, code: Code, audit: SignedAudit }),
    output: Nothing,
    padding: "none",
  }),

  /** What a new passkey is to sign. */
  passkeyTicket: endpoint({
    method: "POST",
    path: "/api/account/passkey/ticket",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: z.strictObject({ ticket: Ticket }),
    padding: "none",
  }),

  addPasskey: endpoint({
    method: "POST",
    path: "/api/account/passkey/add",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ ticket: Ticket, creation: PasskeyCreation, audit: SignedAudit }),
    output: Nothing,
    padding: "none",
  }),

  removeSecondFactor: endpoint({
    method: "POST",
    path: "/api/account/second-factor/remove",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({
      factor: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("authenticator") }),
        z.strictObject({ kind: z.literal("passkey"), id: CredentialId }),
      ]),
      audit: SignedAudit,
    }),
    output: Nothing,
    padding: "none",
  }),

  /**
   * Takes away a colleague's passkeys and authenticator, who has lost them, and ends their sessions. It opens nothing:
   * whoever signs in next still needs the passphrase or the recovery key. Never the caller's own.
   */
  resetSecondFactor: endpoint({
    method: "POST",
    path: "/api/member/second-factor/reset",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({
      member: Id,
      /** `second-factor-reset` */
      audit: SignedAudit,
    }),
    output: Nothing,
    padding: "none",
  }),

  /** Where the caller is signed in: by day, and nothing about the device. */
  sessions: endpoint({
    method: "POST",
    path: "/api/account/sessions",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: z.strictObject({
      sessions: z.array(
        z.strictObject({
          id: SessionId,
          createdDay: Day,
          secondFactor: SecondFactor,
          /** The one that asks. */
          current: z.boolean(),
        }),
      ),
    }),
    padding: "none",
  }),

  endSession: endpoint({
    method: "POST",
    path: "/api/account/session/end",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ session: SessionId }),
    output: Nothing,
    padding: "none",
  }),

  /** Every one of the caller's, this one with them. */
  endAllSessions: endpoint({
    method: "POST",
    path: "/api/account/sessions/end",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: Nothing,
    padding: "none",
  }),
} as const;
