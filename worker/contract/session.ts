/**
 * Challenges, proofs of work and sign-in. A challenge is the nonce a sign-in signs and the puzzle a
 * proof of work solves: stateless, bound to one action, and worth nothing after `CHALLENGE_SECONDS`.
 */
import * as z from "zod/mini";
import { base64UrlLength, bytesOf, bytesUpTo, Id } from "./bytes.ts";
import {
  ED25519_KEY_BYTES,
  ID_BYTES,
  KEYRING_BYTES,
  KEYRING_SLOTS,
  PROOF_COUNTER_MAX,
  SALT_BYTES,
  SEAL_OVERHEAD_BYTES,
  SIGNATURE_BYTES,
  SLOT_BYTES,
  XWING_KEY_BYTES,
} from "./limits.ts";
import { Day } from "./roster.ts";

/** A challenge names its action by its place here, counted from 1: new ones go to the end. */
export const ACTIONS = [
  "submit",
  "reporter-sign-in",
  "member-sign-in",
  "reporter-append",
  "join",
  "recover",
  "feedback",
] as const;
export const Action = z.enum(ACTIONS);
export type Action = z.infer<typeof Action>;

/** version 1, action 1, bits 1, day 4, expiry 4, random 16, HMAC-SHA-256 32. */
export const CHALLENGE_BYTES = 59;

export const Challenge = z.strictObject({
  challenge: bytesOf(CHALLENGE_BYTES),
  /** Leading zero bits a proof must show; 0 asks for none. */
  bits: z.int().check(z.gte(0), z.lte(32)),
  /** The server's day, for headers and signatures. */
  day: Day,
});
export type Challenge = z.infer<typeof Challenge>;

export const Proof = z.strictObject({
  challenge: bytesOf(CHALLENGE_BYTES),
  counter: z.int().check(z.gte(0), z.lte(PROOF_COUNTER_MAX)),
});
export type Proof = z.infer<typeof Proof>;

/** A bearer token; held in memory only. */
export const Token = bytesUpTo(128);

/** What members type: lower-case letters, digits, dots and dashes. */
export const Handle = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,47}$/));

/**
 * A server that named less would be given a sign-in signature made under it: a cheaper guess at the passphrase.
 * So a client never stretches with less than this.
 */
const PASSES_MIN = 3;
const MEMORY_KIB_MIN = 65_536;

/** Argon2id parameters, stored with each member. */
export const PassphraseParameters = z.strictObject({
  salt: bytesOf(SALT_BYTES),
  passes: z.int().check(z.gte(PASSES_MIN), z.lte(16)),
  memoryKiB: z.int().check(z.gte(MEMORY_KIB_MIN), z.lte(1_048_576)),
});
export type PassphraseParameters = z.infer<typeof PassphraseParameters>;

export const SealedKeyring = bytesOf(KEYRING_BYTES + SEAL_OVERHEAD_BYTES);

/** What opens a keyring; each by a key pair that derives from it. The order is the protocol's numbering, from 1. */
export const SLOT_KINDS = ["passphrase", "recovery", "passkey", "colleagues"] as const;
export const SlotKind = z.enum(SLOT_KINDS);
export type SlotKind = z.infer<typeof SlotKind>;

/** The id of a slot of a kind that a member has one of: 16 zero bytes. */
export const ONLY_SLOT_ID = "A".repeat(base64UrlLength(ID_BYTES));

/** One way into a keyring: the keyring's key, wrapped to the public key of that way. */
export const KeyringSlot = z.strictObject({
  kind: SlotKind,
  /** Zeros but for a kind a member may have several of. */
  id: Id,
  publicKey: bytesOf(XWING_KEY_BYTES),
  sealed: bytesOf(SLOT_BYTES),
  /** What checks a sign-in made by this way; null where it does not sign in. */
  signInKey: z.nullable(bytesOf(ED25519_KEY_BYTES)),
});
export type KeyringSlot = z.infer<typeof KeyringSlot>;

export const KeyringSlots = z.array(KeyringSlot).check(z.maxLength(KEYRING_SLOTS));

/** A keyring as the server keeps it. Without slots it is sealed under the key of the passphrase itself. */
export const StoredKeyring = z.strictObject({
  member: Id,
  keyring: SealedKeyring,
  keyringVersion: z.int(),
  slots: KeyringSlots,
});
export type StoredKeyring = z.infer<typeof StoredKeyring>;

/** The next keyring under the same key, if the stored one is still at `replacesVersion`. The slots stay. */
export const KeyringSave = z.strictObject({
  replacesVersion: z.int(),
  keyring: SealedKeyring,
});
export type KeyringSave = z.infer<typeof KeyringSave>;

/** The next keyring under a new key, with every slot: all of them hold that key. */
export const RekeyedSave = z.strictObject({ ...KeyringSave.shape, slots: KeyringSlots });
export type RekeyedSave = z.infer<typeof RekeyedSave>;

/** A change of one way in; its entry in the audit log says the same. */
export const WayInChange = z.discriminatedUnion("kind", [
  /** A recovery key, in the place of any before it. */
  z.strictObject({ kind: z.literal("recovery-key") }),
  z.strictObject({ kind: z.literal("passkey-unlock"), change: z.enum(["added", "removed"]) }),
]);
export type WayInChange = z.infer<typeof WayInChange>;

export const ReporterSignIn = z.strictObject({
  proof: Proof,
  locator: bytesOf(ID_BYTES),
  signature: bytesOf(SIGNATURE_BYTES),
});

/** What a member proves to have. Each opens the keyring, and none comes to the server. */
export const SIGN_IN_WAYS = [
  "passphrase",
  "recovery",
  "colleagues",
] as const satisfies readonly SlotKind[];
export const SignInWay = z.enum(SIGN_IN_WAYS);
export type SignInWay = z.infer<typeof SignInWay>;

export const MemberSignIn = z.strictObject({
  proof: Proof,
  handle: Handle,
  way: SignInWay,
  signature: bytesOf(SIGNATURE_BYTES),
});
