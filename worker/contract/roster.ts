/**
 * The organisation's signed statements, as they travel: public, and believed only after web/crypto
 * has followed the chain root -> delegation -> roster -> key packet.
 * A statement is signed over its exact bytes; the JSON inside is parsed only after the signature holds.
 */
import * as z from "zod/mini";
import { bytesOf, bytesUpTo, Hash, Id } from "./bytes.ts";
import {
  ED25519_KEY_BYTES,
  RECOVERY_COLLEAGUES_MAX,
  RECOVERY_THRESHOLD_MIN,
  SIGNATURE_BYTES,
  XWING_KEY_BYTES,
} from "./limits.ts";
import { Retention } from "./retention.ts";

/** The last day there is room for; the year 4707. */
export const DAY_MAX = 1_000_000;
/** Days since 1970-01-01, UTC. */
export const Day = z.int().check(z.gte(0), z.lte(DAY_MAX));

/** Language tags the organisation's own texts may carry (BCP 47 primary subtags). */
const Language = z.string().check(z.regex(/^[a-z]{2,3}$/));
export const Name = z.string().check(z.minLength(1), z.maxLength(120));

/** What a member may be. The power of each is kept by keys and signatures, not by this word. */
export const ROLES = ["reviewer", "coordinator", "custodian", "auditor"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** A signed statement: base64url of its JSON bytes, and an Ed25519 signature over label and bytes. */
export const Signed = z.strictObject({
  statement: bytesUpTo(262_144),
  signature: bytesOf(SIGNATURE_BYTES),
});
export type Signed = z.infer<typeof Signed>;

/** Root-signed: who may sign rosters, and until when. */
export const Delegation = z.strictObject({
  suite: z.literal("tern/1"),
  origin: z.url(),
  issuedDay: Day,
  /** The last day it is valid. */
  expiresDay: Day,
  signers: z
    .array(z.strictObject({ memberId: Id, key: bytesOf(ED25519_KEY_BYTES) }))
    .check(z.minLength(1), z.maxLength(16)),
});
export type Delegation = z.infer<typeof Delegation>;

/** Nobody alone opens who somebody is, where there is more than one custodian and the roster does not say otherwise. */
export const DEFAULT_THRESHOLD = 2;

export const Desk = z.strictObject({
  id: Id,
  /** By language; at least one. */
  names: z.record(Language, Name),
  /** ISO 3166-1 alpha-2. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  languages: z.array(Language).check(z.minLength(1), z.maxLength(40)),
  /** Member ids of those who may be sealed to here. */
  members: z.array(Id).check(z.maxLength(64)),
  custodians: z.array(Id).check(z.maxLength(64)),
  /** How many of them must agree before a reporter's identity is opened; DEFAULT_THRESHOLD where it is not said. */
  identityThreshold: z.optional(z.int().check(z.gte(1), z.lte(64))),
  /** Stands outside the other desks: offered first to whoever can trust nobody at theirs. */
  oversight: z.optional(z.literal(true)),
  /** Left out where the house's own schedule counts. */
  retention: z.optional(Retention),
});
export type Desk = z.infer<typeof Desk>;

export const Member = z.strictObject({
  id: Id,
  name: Name,
  roles: z.array(Role).check(z.minLength(1), z.maxLength(ROLES.length)),
  key: bytesOf(ED25519_KEY_BYTES),
  /** First day on which nothing of this member counts any more; they stay listed so that old entries verify. */
  revokedDay: z.optional(Day),
});
export type Member = z.infer<typeof Member>;

/** How many colleagues it takes to bring a member back. */
export const RecoveryThreshold = z
  .int()
  .check(z.gte(RECOVERY_THRESHOLD_MIN), z.lte(RECOVERY_COLLEAGUES_MAX));

export const RosterVersion = z.int().check(z.gte(1), z.lte(0xffff_ffff));

/** Signed by a delegated member: the whole organisation, as one object. */
export const Roster = z.strictObject({
  suite: z.literal("tern/1"),
  origin: z.url(),
  version: RosterVersion,
  /** Hash of the previous roster's statement bytes; zeros for the first. */
  previous: Hash,
  issuedDay: Day,
  /** The last day it is valid. */
  expiresDay: Day,
  organisation: Name,
  desks: z.array(Desk).check(z.minLength(1), z.maxLength(64)),
  members: z.array(Member).check(z.minLength(1), z.maxLength(512)),
  /** Left out where the organisation does not let colleagues bring somebody back. */
  recoveryThreshold: z.optional(RecoveryThreshold),
});
export type Roster = z.infer<typeof Roster>;

/** Signed by the member it names: their current X-Wing public key. */
export const KeyPacket = z.strictObject({
  suite: z.literal("tern/1"),
  origin: z.url(),
  memberId: Id,
  epoch: z.int().check(z.gte(0), z.lte(0xffff_ffff)),
  /** From when its owner counts its age; left out in packets older than that. */
  issuedDay: z.optional(Day),
  expiresDay: Day,
  key: bytesOf(XWING_KEY_BYTES),
});
export type KeyPacket = z.infer<typeof KeyPacket>;

/** A published version without key packets: what was signed, by whom, and who let them. */
export const FormerRoster = z.strictObject({
  delegation: Signed,
  signer: Id,
  roster: Signed,
});
export type FormerRoster = z.infer<typeof FormerRoster>;

/** Everything a client needs to decide whom to seal to. */
export const PublishedRoster = z.strictObject({
  delegation: Signed,
  /** Which delegated member's signature stands on the roster. */
  signer: Id,
  roster: Signed,
  /** Whose key signed each is said beside it, and checked against what it says inside. */
  packets: z.array(z.strictObject({ member: Id, packet: Signed })).check(z.maxLength(512)),
});
export type PublishedRoster = z.infer<typeof PublishedRoster>;

/** Pinned in the static bundle, made when the organisation is founded. */
export const Trust = z.strictObject({
  suite: z.literal("tern/1"),
  rootKey: bytesOf(ED25519_KEY_BYTES),
  /** The first names the organisation in every signature and header; pages may be served from any. */
  origins: z.array(z.url()).check(z.minLength(1), z.maxLength(8)),
  /** No delegation issued before this day is believed; raised with the bundle when somebody who could sign has left. */
  delegationFloor: z.optional(Day),
  /** No roster below this version is believed, so that a rollback older than the bundle fails. */
  rosterFloor: z.int().check(z.gte(1)),
});
export type Trust = z.infer<typeof Trust>;
