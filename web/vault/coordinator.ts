/**
 * What a coordinator's keys sign: invitations and the next roster.
 * Invariant: a next roster is signed only from one this vault has verified, and handed out only after it has verified
 * that one too, as every client will.
 */
import { CLOSED_MONTHS } from "../../worker/contract/retention.ts";
import type { AuditAct } from "../../worker/contract/audit.ts";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { ID_BYTES } from "../../worker/contract/limits.ts";
import {
  Signed,
  type Delegation,
  type Member,
  type PublishedRoster,
  type Roster,
  type Trust,
} from "../../worker/contract/roster.ts";
import { random } from "../crypto/bytes.ts";
import {
  invitationKeys,
  keepInvitation,
  newInvitationSecret,
  signInvitation,
} from "../crypto/invitation.ts";
import type { Keyring } from "../crypto/keyring.ts";
import { verifyKeyOf } from "../crypto/keys.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import {
  canonicalOrigin,
  isActive,
  rosterHash,
  signRoster,
  verifyDelegation,
  verifyRoster,
} from "../crypto/roster.ts";
import type {
  DelegationView,
  InvitationPlan,
  NewInvitation,
  NextRoster,
  OrganisationView,
  RosterChange,
  RosterStanding,
} from "./coordination.ts";
import { VaultFailure } from "./failure.ts";
import type { Joined } from "./joined.ts";
import { rosterWith } from "./roster-change.ts";

/** Short enough that a forgotten roster closes intake before it is old, long enough not to be a chore. */
const RENEWED_DAYS = 90;

export interface Coordinator {
  readonly trust: Trust;
  readonly keyring: Keyring;
  /** 32-byte hash of the organisation's origin. */
  readonly origin: Uint8Array;
  readonly published: PublishedRoster;
  readonly roster: VerifiedRoster;
  readonly standing: RosterStanding;
  readonly today: number;
}

function ownId({ keyring }: Coordinator): string {
  return toBase64Url(keyring.memberId);
}

function isNamed(coordinator: Coordinator, delegation: Delegation): boolean {
  const key = toBase64Url(verifyKeyOf(coordinator.keyring.signing));
  const id = ownId(coordinator);
  return delegation.signers.some((signer) => signer.memberId === id && signer.key === key);
}

function desksOf(roster: Roster, id: string): readonly string[] {
  return roster.desks
    .filter((desk) => desk.members.includes(id) || desk.custodians.includes(id))
    .map((desk) => desk.id);
}

export function organisationView({ roster, standing }: Coordinator): OrganisationView {
  const { version, expiresDay, desks, members } = roster.roster;
  const { signers } = roster.delegation;
  return {
    standing,
    version,
    expiresDay,
    delegationDay: roster.delegation.expiresDay,
    desks: desks.map(({ id, names, country, languages, oversight, retention }) => ({
      id,
      names,
      country,
      languages,
      oversight: oversight === true,
      closedMonths: retention?.closedMonths ?? CLOSED_MONTHS,
    })),
    people: members.map(({ id, name, roles, key, revokedDay }) => ({
      id,
      name,
      roles,
      revokedDay: revokedDay ?? null,
      desks: desksOf(roster.roster, id),
      keyDay: roster.packetDays.get(id) ?? null,
      delegated: signers.some((signer) => signer.memberId === id && signer.key === key),
    })),
    recoveryThreshold: roster.roster.recoveryThreshold ?? null,
  };
}

/** @throws VaultFailure `not-ready` under a lapsed roster, `not-delegated`, `unknown-desk` */
export function makeInvitation(plan: InvitationPlan, coordinator: Coordinator): NewInvitation {
  const { keyring, origin, roster, standing, trust } = coordinator;
  if (standing === "lapsed") throw new VaultFailure("not-ready");
  // Only the inviter can confirm, so whoever could not sign the next roster would invite in vain.
  if (!isNamed(coordinator, roster.delegation)) throw new VaultFailure("not-delegated");
  const known = new Set(roster.roster.desks.map(({ id }) => id));
  if (!plan.desks.every((id) => known.has(id))) throw new VaultFailure("unknown-desk");
  const secret = newInvitationSecret();
  const keys = invitationKeys(secret);
  const place = { origin, locatorHash: keys.locatorHash };
  const invitation = signInvitation(
    {
      suite: "tern/1",
      origin: canonicalOrigin(trust),
      locatorHash: toBase64Url(keys.locatorHash),
      invitedBy: ownId(coordinator),
      memberId: toBase64Url(random(ID_BYTES)),
      handle: plan.handle,
      name: plan.name,
      roles: [...plan.roles],
      desks: [...plan.desks],
      expiresDay: plan.expiresDay,
    },
    keyring.signing,
  );
  const kept = toBase64Url(keepInvitation(keys.key, place, keyring.signing));
  return { input: { invitation, kept }, secret: toBase64Url(secret) };
}

/** What the audit log is to say of a roster that carries out that change. */
function actOf(change: RosterChange, version: number, hash: string): AuditAct {
  if (change.kind !== "revoke") return { kind: "roster", version, hash };
  const { member, reason } = change;
  return { kind: "revocation", member, reason, version, hash };
}

function signedDelegation(text: string): Signed {
  try {
    return Signed.parse(JSON.parse(text));
  } catch (cause) {
    throw new VaultFailure("roster-malformed", { cause });
  }
}

/** @throws CryptoError when the pinned root key did not sign it, for another organisation, or past its day */
export function readDelegation(text: string, { trust, today }: Coordinator): DelegationView {
  const conditions = { trust, today, highestVersion: 0 };
  const { expiresDay, signers } = verifyDelegation(signedDelegation(text), conditions);
  return { expiresDay, signers: signers.map(({ memberId }) => memberId) };
}

/** @throws VaultFailure `no-signer` unless whoever signs stays an active coordinator */
function refuseUnsigned(members: readonly Member[], id: string, today: number): void {
  const self = members.find((member) => member.id === id);
  const stays = self?.roles.includes("coordinator") === true && isActive(self, today);
  if (!stays) throw new VaultFailure("no-signer");
}

/**
 * The next roster, with one change. A roster past its last day, or renewed, gets a new one.
 * @throws VaultFailure `not-delegated`, `no-signer`, `not-ready`, `not-a-member`; CryptoError for whatever every
 * client would refuse in it
 */
export function signNextRoster(
  change: RosterChange,
  joined: Joined | null,
  coordinator: Coordinator,
): NextRoster {
  const { keyring, published, roster: verified, standing, today, trust } = coordinator;
  const { roster } = verified;
  if (standing === "lapsed" && change.kind === "confirm") throw new VaultFailure("not-ready");
  const handedOver = change.kind === "renew" ? change.delegation : null;
  const delegation = handedOver === null ? published.delegation : signedDelegation(handedOver);
  const conditions = { trust, today, highestVersion: keyring.highestRoster };
  const delegated = verifyDelegation(delegation, conditions);
  if (!isNamed(coordinator, delegated)) throw new VaultFailure("not-delegated");
  const { members, desks } = rosterWith(change, roster, joined, today);
  const signer = ownId(coordinator);
  refuseUnsigned(members, signer, today);
  const renews = change.kind === "renew" || roster.expiresDay < today;
  const lastDay = renews ? today + RENEWED_DAYS : roster.expiresDay;
  const next: Roster = {
    ...roster,
    version: roster.version + 1,
    previous: toBase64Url(verified.hash),
    issuedDay: today,
    expiresDay: Math.min(lastDay, delegated.expiresDay),
    members,
    desks,
    ...(change.kind === "recovery" && { recoveryThreshold: change.threshold ?? undefined }),
  };
  const signed = signRoster(next, keyring.signing);
  const packets =
    joined === null
      ? published.packets
      : [
          ...published.packets,
          { member: joined.invitation.memberId, packet: joined.joining.packet },
        ];
  // As everybody will: what would be refused is never handed out.
  verifyRoster({ delegation, signer, roster: signed, packets }, conditions);
  const hash = toBase64Url(rosterHash(fromBase64Url(signed.statement)));
  return {
    input: {
      roster: signed,
      delegation,
      confirms: joined === null ? null : joined.invitation.locatorHash,
      unreadable: change.kind === "assign" || change.kind === "revoke" ? change.unreadable : 0,
    },
    act: actOf(change, next.version, hash),
    version: next.version,
    hash,
    expiresDay: next.expiresDay,
  };
}
