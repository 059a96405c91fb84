/** What a member asks about themself: signing in and out, and the keyring nobody else opens. */
import * as z from "zod/mini";
import { SignedAudit } from "./audit.ts";
import { bytesOf } from "./bytes.ts";
import { endpoint, Nothing } from "./endpoint.ts";
import { ED25519_KEY_BYTES, KEYRING_BODY_BYTES, SMALL_BODY_BYTES } from "./limits.ts";
import { SecondFactorAsked, SecondFactorProof, SignedIn, Ticket } from "./second-factor.ts";
import {
  Handle,
  KeyringSave,
  MemberSignIn,
  PassphraseParameters,
  RekeyedSave,
  StoredKeyring,
  WayInChange,
} from "./session.ts";

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
    output: z.discriminatedUnion("kind", [SignedIn, SecondFactorAsked]),
    padding: "none",
  }),

  /** The second half of signing in, for members who have a second factor. A ticket is good for one try. */
  memberSecondFactor: endpoint({
    method: "POST",
    path: "/api/member/second-factor",
    auth: "nobody",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ ticket: Ticket, proof: SecondFactorProof }),
    output: SignedIn,
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

  /** The caller's own, as at sign-in: a page that has locked opens it again. */
  ownKeyring: endpoint({
    method: "POST",
    path: "/api/member/own-keyring",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: StoredKeyring,
    padding: "none",
  }),

  /** Replaces the caller's sealed keyring: what they remember, under the same key. */
  saveKeyring: endpoint({
    method: "POST",
    path: "/api/member/keyring",
    auth: "member",
    bodyLimitBytes: KEYRING_BODY_BYTES,
    input: KeyringSave,
    output: z.strictObject({ keyringVersion: z.int() }),
    padding: "none",
  }),

  /**
   * Adds, replaces or takes away one way into the caller's keyring, as the entry says: keyring and slots at once. The
   * passphrase's slot comes along where there was none.
   */
  changeWayIn: endpoint({
    method: "POST",
    path: "/api/member/way-in",
    auth: "member",
    bodyLimitBytes: KEYRING_BODY_BYTES,
    input: z.strictObject({
      ...RekeyedSave.shape,
      change: WayInChange,
      audit: SignedAudit,
    }),
    output: z.strictObject({ keyringVersion: z.int() }),
    padding: "none",
  }),

  /**
   * A new passphrase: keyring, every slot and the sign-in key at once. Changing it ends the caller's other sessions,
   * recovering ends all of them.
   */
  replacePassphrase: endpoint({
    method: "POST",
    path: "/api/member/passphrase",
    auth: "member",
    bodyLimitBytes: KEYRING_BODY_BYTES,
    input: z.strictObject({
      ...RekeyedSave.shape,
      passphrase: z.strictObject({
        signInKey: bytesOf(ED25519_KEY_BYTES),
        parameters: PassphraseParameters,
      }),
      because: z.enum(["changed", "recovered"]),
      /** `passphrase-changed` or `recovered`. */
      audit: SignedAudit,
    }),
    output: z.strictObject({ keyringVersion: z.int() }),
    padding: "none",
  }),
} as const;
