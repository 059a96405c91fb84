/**
 * The audit log as it travels: who did what, signed by whoever did it, each entry naming the one before.
 * An entry says that an act was carried out and on what; it never holds a word of a case.
 * Layout: web/crypto/PROTOCOL.md, "Audit log".
 */
import * as z from "zod/mini";
import { bytesOf, bytesUpTo, Hash, Id } from "./bytes.ts";
import { Deletion } from "./deletion.ts";
import { AUDIT_STATEMENT_BYTES, SIGNATURE_BYTES } from "./limits.ts";
import { Day } from "./roster.ts";

const Case = { case: Id };
const CaseAndMember = { case: Id, member: Id };

/** Why a coordinator ended a membership: a closed list, because free text here would be content that the server reads. */
export const REVOCATION_REASONS = [
  "left",
  "changed-duties",
  "lost-keys",
  "conduct-review",
  "other",
] as const;
export const RevocationReason = z.enum(REVOCATION_REASONS);
export type RevocationReason = z.infer<typeof RevocationReason>;

const RosterVersion = z.int().check(z.gte(1), z.lte(0xffff_ffff));

/** New kinds go to the end; what a kind carries never changes. */
export const AuditAct = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sign-in") }),
  z.strictObject({ kind: z.literal("case-opened"), ...Case }),
  z.strictObject({ kind: z.literal("export"), ...Case }),
  z.strictObject({ kind: z.literal("grant"), ...CaseAndMember }),
  z.strictObject({ kind: z.literal("removal"), ...CaseAndMember }),
  z.strictObject({ kind: z.literal("release-request"), ...Case }),
  z.strictObject({ kind: z.literal("release-approval"), ...Case }),
  z.strictObject({ kind: z.literal("release-refusal"), ...Case }),
  z.strictObject({ kind: z.literal("release-opened"), ...Case }),
  z.strictObject({
    kind: z.literal("roster"),
    version: RosterVersion,
    hash: Hash,
  }),
  z.strictObject({ kind: z.literal("invitation") }),
  z.strictObject({ kind: z.literal("passphrase-changed") }),
  z.strictObject({ kind: z.literal("recovered") }),
  z.strictObject({
    kind: z.literal("keys-rotated"),
    epoch: z.int().check(z.gte(0), z.lte(0xffff_ffff)),
  }),
  z.strictObject({ kind: z.literal("second-factor"), change: z.enum(["added", "removed"]) }),
  z.strictObject({ kind: z.literal("left") }),
  /** In the place of `roster`, for one that ends somebody's membership. */
  z.strictObject({
    kind: z.literal("revocation"),
    member: Id,
    reason: RevocationReason,
    version: RosterVersion,
    hash: Hash,
  }),
  z.strictObject({ kind: z.literal("second-factor-reset"), member: Id }),
  z.strictObject({ kind: z.literal("recovery-key") }),
  z.strictObject({ kind: z.literal("passkey-unlock"), change: z.enum(["added", "removed"]) }),
  z.strictObject({ kind: z.literal("colleagues"), change: z.enum(["added", "removed"]) }),
  z.strictObject({ kind: z.literal("recovery-approval"), member: Id }),
  z.strictObject({ kind: z.literal("recovery-refusal"), member: Id }),
  /** That the server says it has deleted them. */
  z.strictObject({ kind: z.literal("deletion"), ...Deletion.shape }),
  /** `entry`: journal hash of the internal entry that holds it, so of bytes that open to nobody but the case's readers. */
  z.strictObject({ kind: z.literal("best-interests"), ...Case, entry: Hash }),
]);
export type AuditAct = z.infer<typeof AuditAct>;
export type AuditActKind = AuditAct["kind"];

export const AuditSeq = z.int().check(z.gte(0), z.lte(0xffff_ffff));

/** Scheme, the longest host name, a port. */
const ORIGIN_CHARACTERS_MAX = 300;

/** What a member signs. Its bytes are this object's JSON, keys in this order, without white space. */
export const AuditStatement = z.strictObject({
  suite: z.literal("tern/1"),
  /** Compared with the organisation's, and asked for nothing else: parsing it as a URL would cost more than all the rest. */
  origin: z.string().check(z.maxLength(ORIGIN_CHARACTERS_MAX)),
  /** 1 for the log's first. */
  seq: AuditSeq.check(z.gte(1)),
  /** Entry hash of the one before; zeros for the first. */
  prev: Hash,
  /** The server's day when it was signed. */
  day: Day,
  member: Id,
  act: AuditAct,
});
export type AuditStatement = z.infer<typeof AuditStatement>;

const STORED_TEXT_MAX = 16_384;

/** As `Signed`, and no longer than an entry can be. */
export const SignedAudit = z.strictObject({
  statement: bytesUpTo(AUDIT_STATEMENT_BYTES),
  signature: bytesOf(SIGNATURE_BYTES),
});
export type SignedAudit = z.infer<typeof SignedAudit>;

/** An entry as the log has it. Whatever somebody made of it is read, so that what is wrong with it can be named. */
export const StoredAudit = z.strictObject({
  statement: z.string().check(z.maxLength(STORED_TEXT_MAX)),
  signature: z.string().check(z.maxLength(STORED_TEXT_MAX)),
});
export type StoredAudit = z.infer<typeof StoredAudit>;

/** The last entry: what the next one follows. */
export const AuditHead = z.strictObject({
  /** 0 before there is one. */
  seq: AuditSeq,
  /** Zeros before there is one. */
  hash: Hash,
});
export type AuditHead = z.infer<typeof AuditHead>;

/** The one spelling of a statement: what is signed in any other is refused. */
export function auditText(statement: AuditStatement): string {
  return JSON.stringify(statement);
}

/** Null for anything but a statement in its one spelling. */
export function parseAuditText(text: string): AuditStatement | null {
  try {
    const parsed = AuditStatement.safeParse(JSON.parse(text));
    return parsed.success && auditText(parsed.data) === text ? parsed.data : null;
  } catch {
    return null;
  }
}

export function isSameAct(one: AuditAct, other: AuditAct): boolean {
  return JSON.stringify(AuditAct.parse(one)) === JSON.stringify(AuditAct.parse(other));
}
