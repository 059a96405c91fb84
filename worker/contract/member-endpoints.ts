/** What a member asks about themself: signing in and out, and the keyring nobody else opens. */
import * as z from "zod/mini";
import { Id } from "./bytes.ts";
import { endpoint, Nothing } from "./endpoint.ts";
import { SMALL_BODY_BYTES } from "./limits.ts";
import { Handle, MemberSignIn, PassphraseParameters, SealedKeyring, Token } from "./session.ts";

export const memberEndpoints = {
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
} as const;
