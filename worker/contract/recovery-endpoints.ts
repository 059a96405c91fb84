/** Recovery by colleagues: setting it up, asking for it without a passphrase, and answering. */
import * as z from "zod/mini";
import { SignedAudit } from "./audit.ts";
import { bytesOf, Id } from "./bytes.ts";
import { endpoint, Nothing } from "./endpoint.ts";
import {
  ED25519_KEY_BYTES,
  KEYRING_BODY_BYTES,
  RECOVERY_COLLEAGUES_MAX,
  RECOVERY_REQUESTS_SHOWN,
  SEALED_SHARE_BYTES,
  SIGNATURE_BYTES,
  SMALL_BODY_BYTES,
} from "./limits.ts";
import {
  OpenRecoveryRequest,
  RecoveryApproval,
  RecoveryRequest,
  RecoveryShare,
} from "./recovery.ts";
import { Day, Signed } from "./roster.ts";
import { Handle, Proof, RekeyedSave } from "./session.ts";

const KeyringVersion = z.strictObject({ keyringVersion: z.int() });

export const recoveryEndpoints = {
  /** The caller's own set-up, and who is asking their colleagues in their name just now. */
  ownColleagues: endpoint({
    method: "POST",
    path: "/api/account/colleagues",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: z.strictObject({
      setUp: z.nullable(Signed),
      request: z.nullable(OpenRecoveryRequest),
      day: Day,
    }),
    padding: "none",
  }),

  /** In the place of any set-up before: shares, statement, and the keyring with its new slot, at once. */
  setUpColleagues: endpoint({
    method: "POST",
    path: "/api/account/colleagues/set-up",
    auth: "member",
    bodyLimitBytes: KEYRING_BODY_BYTES,
    input: z.strictObject({
      setUp: Signed,
      shares: z.array(RecoveryShare).check(z.maxLength(RECOVERY_COLLEAGUES_MAX)),
      keyring: RekeyedSave,
      /** `colleagues` with `added`. */
      audit: SignedAudit,
    }),
    output: KeyringVersion,
    padding: "none",
  }),

  /** The set-up, its shares and its slot are gone. */
  endColleagues: endpoint({
    method: "POST",
    path: "/api/account/colleagues/end",
    auth: "member",
    bodyLimitBytes: KEYRING_BODY_BYTES,
    input: z.strictObject({
      keyring: RekeyedSave,
      /** `colleagues` with `removed`. */
      audit: SignedAudit,
    }),
    output: KeyringVersion,
    padding: "none",
  }),

  /** Ends a request in the caller's name. `not-found` when it is not the one that is open. */
  refuseRecovery: endpoint({
    method: "POST",
    path: "/api/account/colleagues/refuse",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ signInKey: bytesOf(ED25519_KEY_BYTES) }),
    output: Nothing,
    padding: "none",
  }),

  /** What the caller is asked as somebody's colleague. */
  recoveryRequests: endpoint({
    method: "POST",
    path: "/api/recovery/requests",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: Nothing,
    output: z.strictObject({
      requests: z
        .array(
          z.strictObject({
            owner: Id,
            setUp: Signed,
            ...OpenRecoveryRequest.shape,
            shareKey: Id,
            share: bytesOf(SEALED_SHARE_BYTES),
            /** The caller's own, once they have answered. */
            decision: z.nullable(Signed),
          }),
        )
        .check(z.maxLength(RECOVERY_REQUESTS_SHOWN)),
      day: Day,
    }),
    padding: "none",
  }),

  /** Once for each request. With an approval comes the caller's share, sealed to whoever asked. */
  decideRecovery: endpoint({
    method: "POST",
    path: "/api/recovery/decide",
    auth: "member",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({
      owner: Id,
      /** Which request was decided: `conflict` when another has taken its place. */
      signInKey: bytesOf(ED25519_KEY_BYTES),
      decision: Signed,
      share: z.nullable(bytesOf(SEALED_SHARE_BYTES)),
      /** `recovery-approval` or `recovery-refusal` with the owner. */
      audit: SignedAudit,
    }),
    output: Nothing,
    padding: "none",
  }),

  /** Asks the colleagues of whoever has that name. An unknown name is answered alike. */
  askColleagues: endpoint({
    method: "POST",
    path: "/api/recovery/ask",
    auth: "nobody",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ proof: Proof, handle: Handle, ...RecoveryRequest.shape }),
    output: z.strictObject({ day: Day }),
    padding: "none",
  }),

  /** What was approved so far. An unknown name, no request, another's request and no approval are answered alike. */
  collectShares: endpoint({
    method: "POST",
    path: "/api/recovery/collect",
    auth: "nobody",
    bodyLimitBytes: SMALL_BODY_BYTES,
    input: z.strictObject({ proof: Proof, handle: Handle, signature: bytesOf(SIGNATURE_BYTES) }),
    output: z.strictObject({
      /** Null until somebody has approved. */
      approved: z.nullable(
        z.strictObject({
          owner: Id,
          setUp: Signed,
          approvals: z.array(RecoveryApproval).check(z.maxLength(RECOVERY_COLLEAGUES_MAX)),
        }),
      ),
      day: Day,
    }),
    padding: "none",
  }),
} as const;
