/**
 * What a coordinator's page may ask of the vault, and what it is told: people, invitations, the next roster.
 * Like the rest of the vault's interface, no key crosses it; a link's secret does, once, because it is for showing.
 */
import type { AuditAct, RevocationReason } from "../../worker/contract/audit.ts";
import type { InputOf, OutputOf } from "../../worker/contract/endpoints.ts";
import type { PublishedRoster, Role } from "../../worker/contract/roster.ts";
import type { VaultFailureCode } from "./failure.ts";
import type { MemberView, RosterView } from "./interface.ts";

/** `lapsed`: past its last day. It can be renewed, and nothing can be opened or sealed under it. */
export type RosterStanding = "in-force" | "lapsed";

/** `expired`: the packet of one's own sealing key is past its last day, which closes intake until it is renewed. */
export type OwnKeyStanding = "good" | "expired";

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly revokedDay: number | null;
  /** Ids of the desks they belong to, as reviewer or custodian. */
  readonly desks: readonly string[];
  /** The last day of their sealing key; null when they have none. */
  readonly keyDay: number | null;
  /** Named by the root key as somebody who may sign rosters. */
  readonly delegated: boolean;
}

/** What the list says of a desk, but for who belongs to it. */
export interface DeskPlan {
  /** By language tag; at least one. */
  readonly names: Readonly<Record<string, string>>;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly languages: readonly string[];
  /** Stands outside the other desks, for what concerns them. */
  readonly oversight: boolean;
  /** Months from a case's last closing until it is deleted. */
  readonly closedMonths: number;
}

export interface OrganisationView {
  readonly standing: RosterStanding;
  readonly version: number;
  readonly expiresDay: number;
  readonly delegationDay: number;
  readonly desks: readonly (DeskPlan & { readonly id: string })[];
  readonly people: readonly PersonView[];
  /** How many colleagues bring a member back; null where none can. */
  readonly recoveryThreshold: number | null;
}

export interface InvitationPlan {
  readonly handle: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly desks: readonly string[];
  readonly expiresDay: number;
}

export interface NewInvitation {
  readonly input: Omit<InputOf<"invite">, "audit">;
  /** What goes behind the # of the link. Shown once; nobody can show it again. */
  readonly secret: string;
}

interface About {
  /** Names the invitation to the server. */
  readonly locatorHash: string;
  readonly invitedBy: string;
  readonly name: string;
  readonly handle: string;
  readonly roles: readonly Role[];
  readonly desks: readonly string[];
  readonly expiresDay: number;
}

export type InvitationView =
  /** No coordinator signed it: the server made it up, or it was changed. */
  | { readonly kind: "unsigned"; readonly problem: VaultFailureCode }
  | ({ readonly kind: "open" | "expired" } & About)
  /** Only whoever invited can check and confirm. */
  | ({ readonly kind: "joined-elsewhere"; readonly day: number } & About)
  /** Made with the link; the words are to be compared before anything else. */
  | ({
      readonly kind: "joined";
      readonly day: number;
      readonly words: readonly string[];
    } & About)
  | ({
      readonly kind: "not-theirs";
      readonly day: number;
      readonly problem: VaultFailureCode;
    } & About);

export type RosterChange =
  /** Somebody whose joining was read before, and whose words matched. */
  | { readonly kind: "confirm"; readonly locatorHash: string }
  | {
      readonly kind: "assign";
      readonly member: string;
      readonly roles: readonly Role[];
      readonly desks: readonly string[];
      /** How many cases nobody would read any more, as the coordinator was told and agreed. */
      readonly unreadable: number;
    }
  | {
      readonly kind: "revoke";
      readonly member: string;
      readonly reason: RevocationReason;
      /** As above. */
      readonly unreadable: number;
    }
  | ({ readonly kind: "change-desk"; readonly desk: string } & DeskPlan)
  /** Somebody has to read there from the first day: ids of reviewers there are. */
  | ({ readonly kind: "add-desk"; readonly members: readonly string[] } & DeskPlan)
  /** How many colleagues bring a member back; null for none. */
  | { readonly kind: "recovery"; readonly threshold: number | null }
  /** A new last day; with a new delegation, as the holder of the root key handed it over, in its place. */
  | { readonly kind: "renew"; readonly delegation: string | null };

/** A roster that would hold, signed; nothing has been published. */
export interface NextRoster {
  readonly input: Omit<InputOf<"publishRoster">, "audit">;
  /** What the audit log is to say of it. */
  readonly act: AuditAct;
  readonly version: number;
  /** What the one after it will name as `previous`. */
  readonly hash: string;
  readonly expiresDay: number;
}

export interface DelegationView {
  readonly expiresDay: number;
  /** Members by id, those unknown to the roster too. */
  readonly signers: readonly string[];
}

/** The part of a member's vault that coordinators use. */
export interface CoordinatorVault {
  /**
   * When `verifyRoster` has said `roster-expired`, for a coordinator, and for whoever's own key ran out: every check but
   * the last days. Afterwards only what is below and the renewal of one's own key work, and nothing can be opened or
   * sealed.
   */
  verifyLapsed(
    published: PublishedRoster,
    today: number,
    pageOrigin: string,
  ): Promise<{
    readonly roster: RosterView;
    readonly self: MemberView;
    readonly ownKey: OwnKeyStanding;
  }>;
  organisation(): Promise<OrganisationView>;
  /** Rejects with `not-delegated` for somebody who could not confirm. */
  makeInvitation(plan: InvitationPlan): Promise<NewInvitation>;
  /** In their order. What holds of them can be confirmed until the next roster is verified. */
  readInvitations(
    listed: OutputOf<"invitations">["invitations"],
  ): Promise<readonly InvitationView[]>;
  /** Rejects with the code of whatever every client would refuse in it, before anything is published. */
  signNextRoster(change: RosterChange): Promise<NextRoster>;
  /** What the holder of the root key handed over, checked against the pinned key. */
  readDelegation(text: string): Promise<DelegationView>;
}
