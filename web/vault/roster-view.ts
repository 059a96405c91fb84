/** A verified roster as a page may show it, and the one place that decides whether a page's origin is ours. */
import type { Member, PublishedRoster, Roster, Trust } from "../../worker/contract/roster.ts";
import type { VerifiedRoster } from "../crypto/roster.ts";
import {
  custodiansOf,
  isActive,
  reviewersOf,
  thresholdOf,
  verifyRoster,
} from "../crypto/roster.ts";
import { VaultFailure } from "./failure.ts";
import type { MemberView, RosterView } from "./interface.ts";

export function memberView(member: Member, today: number): MemberView {
  return {
    id: member.id,
    name: member.name,
    roles: member.roles,
    revoked: !isActive(member, today),
  };
}

export function rosterView(roster: Roster, today: number): RosterView {
  return {
    organisation: roster.organisation,
    version: roster.version,
    expiresDay: roster.expiresDay,
    desks: roster.desks.map((desk) => ({
      id: desk.id,
      names: desk.names,
      country: desk.country,
      languages: desk.languages,
      reviewers: reviewersOf(roster, desk, today).map((member) => memberView(member, today)),
      custodians: custodiansOf(roster, desk, today).map((member) => memberView(member, today)),
      identityThreshold: thresholdOf(desk, Infinity),
      oversight: desk.oversight === true,
    })),
    members: roster.members.map((member) => memberView(member, today)),
    recoveryThreshold: roster.recoveryThreshold ?? null,
  };
}

/** @throws VaultFailure `wrong-origin`, or what `verifyRoster` throws. */
export function verifyPublished(
  published: PublishedRoster,
  trust: Trust,
  today: number,
  pageOrigin: string,
  highestVersion: number,
): VerifiedRoster {
  if (!trust.origins.includes(pageOrigin)) throw new VaultFailure("wrong-origin");
  return verifyRoster(published, { trust, today, highestVersion });
}

/** The same past its last day: nothing may be opened or sealed under it. @throws as `verifyPublished` */
export function verifyLapsed(
  published: PublishedRoster,
  trust: Trust,
  today: number,
  pageOrigin: string,
  highestVersion: number,
): VerifiedRoster {
  if (!trust.origins.includes(pageOrigin)) throw new VaultFailure("wrong-origin");
  return verifyRoster(published, { trust, today, highestVersion, lastDays: "lapsed" });
}
