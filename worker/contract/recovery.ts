/**
 * Coming back by colleagues: what a member leaves with them, what somebody without a passphrase asks, and what each
 * colleague answers. Members sign and check all of it; the server routes by the plain fields.
 * Layout: web/crypto/PROTOCOL.md, "Recovery by colleagues".
 */
import * as z from "zod/mini";
import { bytesOf, Hash, Id } from "./bytes.ts";
import {
  ED25519_KEY_BYTES,
  RECOVERY_COLLEAGUES_MAX,
  SEALED_SHARE_BYTES,
  XWING_KEY_BYTES,
} from "./limits.ts";
import { Day, RecoveryThreshold, Signed } from "./roster.ts";

/** Signed by the member it is about: who can bring them back, and how many of them it takes. */
export const RecoverySetUp = z.strictObject({
  suite: z.literal("tern/1"),
  origin: z.url(),
  /** Random: no share of one set-up fits another. */
  setUp: Id,
  owner: Id,
  day: Day,
  threshold: RecoveryThreshold,
  /** In the order of their shares. */
  colleagues: z
    .array(z.strictObject({ member: Id, commitment: Hash }))
    .check(z.minLength(2), z.maxLength(RECOVERY_COLLEAGUES_MAX)),
  /** What the keyring keeps of the slot these shares open. */
  wayIn: Hash,
});
export type RecoverySetUp = z.infer<typeof RecoverySetUp>;

export const RECOVERY_ANSWERS = ["approved", "declined"] as const;
export const RecoveryAnswer = z.enum(RECOVERY_ANSWERS);
export type RecoveryAnswer = z.infer<typeof RecoveryAnswer>;

/** Signed by the colleague who decides, about one request: it names the hash of its keys. */
export const RecoveryDecision = z.strictObject({
  suite: z.literal("tern/1"),
  origin: z.url(),
  setUp: Id,
  owner: Id,
  request: Hash,
  colleague: Id,
  day: Day,
  answer: RecoveryAnswer,
});
export type RecoveryDecision = z.infer<typeof RecoveryDecision>;

/** A colleague's share, sealed to their public key; `key` is its id. */
export const RecoveryShare = z.strictObject({
  member: Id,
  key: Id,
  share: bytesOf(SEALED_SHARE_BYTES),
});
export type RecoveryShare = z.infer<typeof RecoveryShare>;

/** Two public keys of whoever asks: shares are sealed to the first, and the second checks who collects them. */
export const RecoveryRequest = z.strictObject({
  key: bytesOf(XWING_KEY_BYTES),
  signInKey: bytesOf(ED25519_KEY_BYTES),
});
export type RecoveryRequest = z.infer<typeof RecoveryRequest>;

/** As its owner and their colleagues see it. */
export const OpenRecoveryRequest = z.strictObject({ ...RecoveryRequest.shape, day: Day });
export type OpenRecoveryRequest = z.infer<typeof OpenRecoveryRequest>;

/** A decision that gives a share out, as whoever asked collects it. */
export const RecoveryApproval = z.strictObject({
  decision: Signed,
  share: bytesOf(SEALED_SHARE_BYTES),
});
export type RecoveryApproval = z.infer<typeof RecoveryApproval>;
