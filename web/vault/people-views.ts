/** What a page is told of people and desks, once the list of them has verified. */
import type { Role } from "../../worker/contract/roster.ts";

export interface MemberView {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly revoked: boolean;
}

export interface DeskView {
  readonly id: string;
  /** By language tag. */
  readonly names: Readonly<Record<string, string>>;
  readonly country: string;
  readonly languages: readonly string[];
  /** Those a report to this desk is sealed to unless the reporter takes them out. */
  readonly reviewers: readonly MemberView[];
  /** In whose hands the key to a reporter's identity would be, unless the reporter takes them out. */
  readonly custodians: readonly MemberView[];
  /** How many custodians must agree, where there are that many. */
  readonly identityThreshold: number;
  /** Stands outside the other desks, for what concerns them. */
  readonly oversight: boolean;
}

/** A roster whose whole chain held. */
export interface RosterView {
  readonly organisation: string;
  readonly version: number;
  readonly expiresDay: number;
  readonly desks: readonly DeskView[];
  readonly members: readonly MemberView[];
  /** How many colleagues bring a member back; null where none can. */
  readonly recoveryThreshold: number | null;
}
