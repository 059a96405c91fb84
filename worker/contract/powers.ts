/**
 * Which role may ask what: the one table behind the server's checks, the client's screens and the test that tries
 * every role on every endpoint. It decides what may be asked; whose case may be opened is decided by keys.
 * A role is what the newest signed roster says, never what a request or a session claims.
 */
import type { EndpointName, Endpoints } from "./endpoints.ts";
import { ROLES, type Role } from "./roster.ts";
import { needsSecondFactor, type SecondFactor } from "./second-factor.ts";

/** The endpoints that ask for a member's session. */
export type MemberEndpointName = {
  [Name in EndpointName]: Endpoints[Name]["auth"] extends "member" ? Name : never;
}[EndpointName];

/** About oneself. Every member may, also one to whom the roster gives no role. */
const ONESELF = "any-member";

export const POWERS = {
  memberSignOut: ONESELF,
  ownKeyring: ONESELF,
  saveKeyring: ONESELF,
  ownViews: ONESELF,
  saveViews: ONESELF,
  changeWayIn: ONESELF,
  replacePassphrase: ONESELF,
  secondFactors: ONESELF,
  addAuthenticator: ONESELF,
  passkeyTicket: ONESELF,
  addPasskey: ONESELF,
  removeSecondFactor: ONESELF,
  /** A colleague's, never one's own. */
  resetSecondFactor: ["coordinator"],
  sessions: ONESELF,
  endSession: ONESELF,
  endAllSessions: ONESELF,
  publishPacket: ONESELF,
  myPieces: ONESELF,
  replacePieces: ONESELF,
  myWraps: ONESELF,
  replaceWraps: ONESELF,
  retireKey: ONESELF,
  auditHead: ONESELF,
  appendAudit: ONESELF,
  readAudit: ["auditor", "coordinator"],
  refusedActs: ["auditor", "coordinator"],
  deletions: ["auditor", "coordinator"],
  signDeletions: ["auditor", "coordinator"],
  caseCounts: ["auditor", "coordinator"],
  board: ["coordinator"],
  rosterHistory: ONESELF,
  inbox: ["reviewer"],
  readCase: ["reviewer"],
  appendToCase: ["reviewer"],
  exportCase: ["reviewer"],
  invite: ["coordinator"],
  invitations: ["coordinator"],
  cancelInvitation: ["coordinator"],
  publishRoster: ["coordinator"],
  changeAccess: ["reviewer"],
  holdings: ["reviewer"],
  heldBy: ["coordinator"],
  leave: ONESELF,
  requestRelease: ["reviewer"],
  openRelease: ["reviewer"],
  releaseShares: ["reviewer"],
  releaseRequests: ["custodian"],
  decideRelease: ["custodian"],
  ownColleagues: ONESELF,
  setUpColleagues: ONESELF,
  endColleagues: ONESELF,
  refuseRecovery: ONESELF,
  recoveryRequests: ONESELF,
  decideRecovery: ONESELF,
  readFeedback: ["coordinator"],
  notifications: ONESELF,
  saveNotifications: ONESELF,
  confirmDestination: ONESELF,
  testDestination: ONESELF,
  removeDestination: ONESELF,
} as const satisfies Record<MemberEndpointName, readonly Role[] | typeof ONESELF>;

/**
 * What a session may ask before its sign-in stands in the audit log: what it takes to get there, or to leave.
 * Anything else answers `unauthorised`.
 */
const BEFORE_SIGN_IN_STANDS = [
  "memberSignOut",
  "saveKeyring",
  "auditHead",
  "appendAudit",
] as const satisfies readonly MemberEndpointName[];

export function needsLoggedSession(name: MemberEndpointName): boolean {
  const open: readonly MemberEndpointName[] = BEFORE_SIGN_IN_STANDS;
  return !open.includes(name);
}

export function isMemberEndpoint(name: string): name is MemberEndpointName {
  return Object.hasOwn(POWERS, name);
}

/** The roles that may call it; all of them where it concerns nobody but the caller. */
export function rolesFor(name: MemberEndpointName): readonly Role[] {
  const roles: readonly Role[] | typeof ONESELF = POWERS[name];
  return roles === ONESELF ? ROLES : roles;
}

export function mayCall(roles: readonly Role[], name: MemberEndpointName): boolean {
  const allowed: readonly Role[] | typeof ONESELF = POWERS[name];
  return allowed === ONESELF || roles.some((role) => allowed.includes(role));
}

/** What somebody who must have a second factor may ask before they have used one: enough to get one. */
const BEFORE_SECOND_FACTOR: readonly MemberEndpointName[] = [
  "memberSignOut",
  "ownKeyring",
  "saveKeyring",
  "changeWayIn",
  "replacePassphrase",
  "auditHead",
  "appendAudit",
  "secondFactors",
  "addAuthenticator",
  "passkeyTicket",
  "addPasskey",
  "sessions",
  "endSession",
  "endAllSessions",
];

/** May they call it in a session opened with that second factor? */
export function factorSuffices(
  roles: readonly Role[],
  secondFactor: SecondFactor,
  name: MemberEndpointName,
): boolean {
  // Whoever came in by the recovery key has lost a second factor: they add another, whatever they are.
  const unproven = secondFactor === "none" ? needsSecondFactor(roles) : secondFactor === "recovery";
  if (!unproven) return true;
  return BEFORE_SECOND_FACTOR.includes(name);
}
