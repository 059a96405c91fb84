/**
 * The chain of trust: root key -> delegation -> roster -> key packets (PROTOCOL.md, "Roster").
 * Invariant: a `VerifiedRoster` exists only if every link held on the day given.
 */
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import {
  DEFAULT_THRESHOLD,
  Delegation,
  KeyPacket,
  Roster,
  type Desk,
  type Member,
  type PublishedRoster,
  type Signed,
  type Trust,
} from "../../worker/contract/roster.ts";
import { hash } from "./hash.ts";
import type { SealPublicKey, SigningSeed, VerifyKey } from "./keys.ts";
import { sealPublicKey, verifyKey } from "./keys.ts";
import { openStatement, signStatement } from "./statement.ts";
import { CryptoError, LABELS } from "./suite.ts";

export interface VerifiedRoster {
  readonly roster: Roster;
  /** 32 bytes; every entry names the one its author saw. */
  readonly hash: Uint8Array;
  /** Current X-Wing key of each member who has one, by member id. */
  readonly sealKeys: ReadonlyMap<string, SealPublicKey>;
  /** Under which it was signed. */
  readonly delegation: Delegation;
  /** The last day of each of these keys, by member id. */
  readonly packetDays: ReadonlyMap<string, number>;
}

export interface RosterConditions {
  readonly trust: Trust;
  /** Days since 1970-01-01, UTC. */
  readonly today: number;
  /** The highest version this client ever verified; 0 when it remembers none. */
  readonly highestVersion: number;
  /** `lapsed`: all but the last days is checked. What comes of it is good for signing the next roster, nothing else. */
  readonly lastDays?: "kept" | "lapsed";
}

function refuseExpired(expiresDay: number, { today, lastDays = "kept" }: RosterConditions): void {
  if (lastDays === "kept" && expiresDay < today) throw new CryptoError("roster-expired");
}

export function canonicalOrigin(trust: Trust): string {
  const [origin] = trust.origins;
  if (origin === undefined) throw new CryptoError("roster-origin");
  return origin;
}

/** 32 bytes over the roster's signed bytes; what the next roster names as `previous`. */
export function rosterHash(statement: Uint8Array): Uint8Array {
  return hash(LABELS.rosterHash, statement);
}

export function isActive(member: Member, day: number): boolean {
  return member.revokedDay === undefined || day < member.revokedDay;
}

/**
 * May something of that day be this member's? On the day their membership ends they may still have written: what
 * they handed over in the morning must not be unreadable by the evening.
 */
export function mayHaveWritten(member: Member, day: number): boolean {
  return member.revokedDay === undefined || day <= member.revokedDay;
}

function refuseDuplicates(values: readonly string[]): void {
  if (new Set(values).size !== values.length) throw new CryptoError("roster-duplicate");
}

/**
 * First link, under the root key. @throws CryptoError: `roster-signature`, `roster-malformed`, `roster-origin`,
 * `roster-expired`, `roster-rolled-back`.
 */
export function verifyDelegation(signed: Signed, conditions: RosterConditions): Delegation {
  const { trust } = conditions;
  const rootKey = verifyKey(fromBase64Url(trust.rootKey));
  const { statement } = openStatement(
    Delegation,
    signed,
    LABELS.delegation,
    rootKey,
    "roster-signature",
  );
  if (statement.origin !== canonicalOrigin(trust)) throw new CryptoError("roster-origin");
  refuseExpired(statement.expiresDay, conditions);
  if (statement.issuedDay < (trust.delegationFloor ?? 0)) {
    throw new CryptoError("roster-rolled-back");
  }
  return statement;
}

function signerKey(delegation: Delegation, signer: string): VerifyKey {
  const found = delegation.signers.find(({ memberId }) => memberId === signer);
  if (found === undefined) throw new CryptoError("roster-signature");
  return verifyKey(fromBase64Url(found.key));
}

/**
 * Whoever signs must still be a member, under the key delegated, by the roster they sign. Against a former signer
 * who lists themself this does nothing: until the delegation ends, or the bundle's floor passes it, they can.
 */
function refuseFormerSigner(roster: Roster, signer: string, key: VerifyKey, today: number): void {
  const member = roster.members.find(({ id }) => id === signer);
  if (member === undefined || member.key !== toBase64Url(key) || !isActive(member, today)) {
    throw new CryptoError("roster-signature");
  }
}

/** The active reviewers of a desk: whom a report to it is sealed to. */
export function reviewersOf(roster: Roster, desk: Desk, today: number): readonly Member[] {
  return roster.members.filter(
    (member) =>
      desk.members.includes(member.id) &&
      member.roles.includes("reviewer") &&
      isActive(member, today),
  );
}

/** The active custodians of a desk: in whose hands the key to a reporter's identity is. */
export function custodiansOf(roster: Roster, desk: Desk, today: number): readonly Member[] {
  return roster.members.filter(
    (member) =>
      desk.custodians.includes(member.id) &&
      member.roles.includes("custodian") &&
      isActive(member, today),
  );
}

/** How many of `count` custodians must agree: as many as the desk says, and never more than there are. */
export function thresholdOf({ identityThreshold }: Desk, count: number): number {
  return Math.min(identityThreshold ?? DEFAULT_THRESHOLD, count);
}

function checkRoster(roster: Roster, conditions: RosterConditions): void {
  const { trust, today, highestVersion } = conditions;
  if (roster.origin !== canonicalOrigin(trust)) throw new CryptoError("roster-origin");
  refuseExpired(roster.expiresDay, conditions);
  if (roster.version < Math.max(trust.rosterFloor, highestVersion)) {
    throw new CryptoError("roster-rolled-back");
  }
  refuseDuplicates(roster.members.map(({ id }) => id));
  refuseDuplicates(roster.members.map(({ key }) => key));
  refuseDuplicates(roster.desks.map(({ id }) => id));
  const known = new Set(roster.members.map(({ id }) => id));
  for (const desk of roster.desks) {
    refuseDuplicates(desk.members);
    refuseDuplicates(desk.custodians);
    for (const id of [...desk.members, ...desk.custodians]) {
      if (!known.has(id)) throw new CryptoError("roster-malformed");
    }
    if ((desk.identityThreshold ?? 0) > desk.custodians.length) {
      throw new CryptoError("roster-malformed");
    }
    if (reviewersOf(roster, desk, today).length === 0) throw new CryptoError("roster-no-reviewer");
  }
}

function verifyPacket(
  { member: memberId, packet }: PublishedRoster["packets"][number],
  roster: Roster,
  conditions: RosterConditions,
): KeyPacket {
  const member = roster.members.find(({ id }) => id === memberId);
  if (member === undefined) throw new CryptoError("packet-invalid");
  const { statement } = openStatement(
    KeyPacket,
    packet,
    LABELS.keyPacket,
    verifyKey(fromBase64Url(member.key)),
    "packet-invalid",
  );
  if (statement.memberId !== member.id) throw new CryptoError("packet-invalid");
  if (statement.origin !== roster.origin) throw new CryptoError("roster-origin");
  refuseExpired(statement.expiresDay, conditions);
  return statement;
}

/**
 * Third link: each member's key packet, under the key the roster gives them. By member id.
 * @throws CryptoError: `packet-invalid`, `roster-malformed`, `roster-origin`, `roster-expired`, `roster-duplicate`.
 */
export function verifyPackets(
  packets: PublishedRoster["packets"],
  roster: Roster,
  conditions: RosterConditions,
): Pick<VerifiedRoster, "sealKeys" | "packetDays"> {
  const { today } = conditions;
  const sealedTo = new Set(
    roster.desks.flatMap((desk) =>
      [...reviewersOf(roster, desk, today), ...custodiansOf(roster, desk, today)].map(
        ({ id }) => id,
      ),
    ),
  );
  const opened = packets.flatMap((packet) => {
    try {
      return [verifyPacket(packet, roster, conditions)];
    } catch (error) {
      // Somebody nobody seals to has not renewed theirs: no reason to close intake for everybody.
      const expired = error instanceof CryptoError && error.code === "roster-expired";
      if (expired && !sealedTo.has(packet.member)) return [];
      throw error;
    }
  });
  refuseDuplicates(opened.map(({ memberId }) => memberId));
  refuseDuplicates(opened.map(({ key }) => key));
  const keys = new Map(
    opened.map(({ memberId, key }) => [memberId, sealPublicKey(fromBase64Url(key))]),
  );
  // A server that drops a packet would drop somebody: every reviewer and custodian of every desk must have one.
  for (const id of sealedTo) if (!keys.has(id)) throw new CryptoError("packet-invalid");
  const packetDays = new Map(opened.map(({ memberId, expiresDay }) => [memberId, expiresDay]));
  return { sealKeys: keys, packetDays };
}

/**
 * Second link: the roster itself, under a key that the delegation names. @throws CryptoError: `roster-signature`,
 * `roster-malformed`, `roster-origin`, `roster-expired`, `roster-rolled-back`, `roster-duplicate`,
 * `roster-no-reviewer`.
 */
export function verifyRosterStatement(
  signed: Signed,
  signer: string,
  delegation: Delegation,
  conditions: RosterConditions,
): Pick<VerifiedRoster, "roster" | "hash"> {
  const key = signerKey(delegation, signer);
  const { statement: roster, bytes } = openStatement(
    Roster,
    signed,
    LABELS.roster,
    key,
    "roster-signature",
  );
  checkRoster(roster, conditions);
  refuseFormerSigner(roster, signer, key, conditions.today);
  return { roster, hash: rosterHash(bytes) };
}

/**
 * Follows the whole chain. @throws CryptoError: `roster-signature`, `roster-malformed`, `roster-origin`,
 * `roster-expired`, `roster-rolled-back`, `roster-duplicate`, `roster-no-reviewer`, `packet-invalid`.
 */
export function verifyRoster(
  published: PublishedRoster,
  conditions: RosterConditions,
): VerifiedRoster {
  const delegation = verifyDelegation(published.delegation, conditions);
  const { roster, hash: rosterDigest } = verifyRosterStatement(
    published.roster,
    published.signer,
    delegation,
    conditions,
  );
  const packets = verifyPackets(published.packets, roster, conditions);
  return { roster, hash: rosterDigest, delegation, ...packets };
}

export function signDelegation(delegation: Delegation, rootSeed: SigningSeed): Signed {
  return signStatement(Delegation, delegation, LABELS.delegation, rootSeed);
}

export function signRoster(roster: Roster, seed: SigningSeed): Signed {
  return signStatement(Roster, roster, LABELS.roster, seed);
}

export function signKeyPacket(
  packet: Omit<KeyPacket, "key"> & { readonly key: SealPublicKey },
  seed: SigningSeed,
): Signed {
  return signStatement(
    KeyPacket,
    { ...packet, key: toBase64Url(packet.key) },
    LABELS.keyPacket,
    seed,
  );
}
