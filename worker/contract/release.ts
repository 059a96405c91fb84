/**
 * Who somebody is, in an envelope of its own, and what must be said and signed before it is opened.
 * The statements are signed by members and checked by everybody's client; the server routes by their plain fields.
 */
import * as z from "zod/mini";
import { bytesOf, Hash, Id } from "./bytes.ts";
import { identityHeaderBytes } from "./identity-header.ts";
import {
  IDENTITY_BYTES,
  SEAL_OVERHEAD_BYTES,
  SEALED_REQUEST_BYTES,
  SEALED_SHARE_BYTES,
  WRAP_BYTES,
  WRAP_SLOTS,
} from "./limits.ts";
import { Seq } from "./journal.ts";
import { Day } from "./roster.ts";

/** One custodian's piece of the key, sealed to their public key; a member of all zeros marks an empty slot. */
export const IdentityShare = z.strictObject({
  member: Id,
  /** Id of the public key it is sealed to. */
  key: Id,
  share: bytesOf(SEALED_SHARE_BYTES),
});
export type IdentityShare = z.infer<typeof IdentityShare>;

export const IdentityHeaderText = z.union(
  WRAP_SLOTS.map((slots) => bytesOf(identityHeaderBytes(slots))),
);
export const IdentityBody = bytesOf(IDENTITY_BYTES + SEAL_OVERHEAD_BYTES);

/** Goes with everything a reporter sends, whether there is anything in it or not. */
export const IdentityEnvelope = z.strictObject({
  header: IdentityHeaderText,
  body: IdentityBody,
  shares: z
    .array(IdentityShare)
    .check(z.refine((shares) => WRAP_SLOTS.some((slots) => slots === shares.length))),
});
export type IdentityEnvelope = z.infer<typeof IdentityEnvelope>;

/** In UTF-16 code units: what a reviewer writes to be told who somebody is. */
export const RELEASE_REASON_MAX = 1_000;

const Case = { suite: z.literal("tern/1"), origin: z.url(), case: Id, release: Id, envelope: Hash };

/** Signed by the reviewer who asks; the reporter and every custodian read the same bytes. */
export const ReleaseRequest = z.strictObject({
  ...Case,
  requester: Id,
  /** Those the report was sealed to, as the envelope's header has their hash. */
  readers: z.array(Id).check(z.minLength(1), z.maxLength(64)),
  day: Day,
  language: z.string().check(z.maxLength(35), z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
  reason: z.string().check(z.minLength(1), z.maxLength(RELEASE_REASON_MAX)),
});
export type ReleaseRequest = z.infer<typeof ReleaseRequest>;

/** Why a custodian does not agree: a closed list, because the server passes the answer on in the clear. */
export const REFUSALS = ["not-needed", "little-reason", "other-way", "harm", "conflict"] as const;
export type ReleaseRefusal = (typeof REFUSALS)[number];
export const ANSWERS = ["approved", ...REFUSALS] as const;
export type ReleaseAnswer = (typeof ANSWERS)[number];

/** Signed by the custodian who decides. It names the request by the hash of its bytes, reason and all. */
export const ReleaseDecision = z.strictObject({
  ...Case,
  request: Hash,
  requester: Id,
  custodian: Id,
  day: Day,
  answer: z.enum(ANSWERS),
});
export type ReleaseDecision = z.infer<typeof ReleaseDecision>;

/** A request as it goes to one custodian: nothing of the report is in it. */
export const SealedRequest = z.strictObject({
  member: Id,
  key: Id,
  sealed: bytesOf(SEALED_REQUEST_BYTES),
});
export type SealedRequest = z.infer<typeof SealedRequest>;

/** What is sealed to a member besides wraps, and has to move when their key is renewed; each with what it is bound to. */
export const OwnPiece = z.union([
  /** A custodian's piece of an envelope. */
  z.strictObject({
    kind: z.literal("share"),
    case: Id,
    seq: Seq,
    header: IdentityHeaderText,
    sealed: bytesOf(SEALED_SHARE_BYTES),
  }),
  /** What a custodian is asked. */
  z.strictObject({
    kind: z.literal("request"),
    case: Id,
    release: Id,
    sealed: bytesOf(SEALED_REQUEST_BYTES),
  }),
  /** A piece that was given out to whoever asked. */
  z.strictObject({
    kind: z.literal("released"),
    case: Id,
    release: Id,
    custodian: Id,
    header: IdentityHeaderText,
    sealed: bytesOf(SEALED_SHARE_BYTES),
  }),
  /** A colleague's share of somebody's recovery. */
  z.strictObject({
    kind: z.literal("recovery-share"),
    owner: Id,
    setUp: Id,
    sealed: bytesOf(SEALED_SHARE_BYTES),
  }),
  /** The key of feedback, to a coordinator. */
  z.strictObject({
    kind: z.literal("feedback"),
    feedback: Id,
    sealed: bytesOf(WRAP_BYTES),
  }),
]);
export type OwnPiece = z.infer<typeof OwnPiece>;

/** A custodian's piece, sealed anew to whoever asked. */
export const ReleasedShare = z.strictObject({ key: Id, share: bytesOf(SEALED_SHARE_BYTES) });
export type ReleasedShare = z.infer<typeof ReleasedShare>;
