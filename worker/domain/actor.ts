/**
 * Who is asking: nobody, the holder of a tracking code, or a signed-in member.
 */
import type { Role } from "../contract/roster.ts";
import type { SecondFactor } from "../contract/second-factor.ts";
import { Refusal } from "./refusal.ts";

export interface Nobody {
  readonly kind: "nobody";
}

export interface Reporter {
  readonly kind: "reporter";
  readonly locatorHash: string;
  readonly caseId: string;
  /** Their wrap of the conversation lane, and the id of the key it is sealed to. */
  readonly wrap: string;
  readonly wrapKey: string;
}

export interface Member {
  readonly kind: "member";
  readonly memberId: string;
  /** By the newest roster; empty for somebody it does not list, or no longer does. */
  readonly roles: readonly Role[];
  /** What this session was opened with besides the passphrase. */
  readonly secondFactor: SecondFactor;
  /** What the session is stored under. */
  readonly tokenHash: string;
  /** Does this session's sign-in stand in the audit log? */
  readonly logged: boolean;
}

export type Actor = Nobody | Reporter | Member;

/** A session of somebody who was a member: answered like one that has ended, and noted. */
export class MembershipEnded extends Refusal {
  readonly memberId: string;
  constructor(memberId: string) {
    super("unauthorised");
    this.memberId = memberId;
  }
}

/** @throws Refusal `unauthorised` for anybody else */
export function asReporter(actor: Actor): Reporter {
  if (actor.kind !== "reporter") throw new Refusal("unauthorised");
  return actor;
}

/** @throws Refusal `unauthorised` for anybody else */
export function asMember(actor: Actor): Member {
  if (actor.kind !== "member") throw new Refusal("unauthorised");
  return actor;
}
