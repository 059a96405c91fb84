/**
 * The part of a member's vault that signs into the audit log and reads it, and the lists of people there ever were.
 */
import type { AuditAct, AuditHead, StoredAudit } from "../../worker/contract/audit.ts";
import type { FormerRoster } from "../../worker/contract/roster.ts";
import type { KeyringSave } from "../../worker/contract/session.ts";
import type { NewAudit } from "../crypto/audit.ts";
import type { AuditFinding } from "../crypto/audit-log.ts";
import type { JournalItem } from "../payload/journal.ts";

export type { AuditFault, AuditFinding } from "../crypto/audit-log.ts";
export type { NewAudit } from "../crypto/audit.ts";

/** An entry of the log as it can be shown. */
export interface AuditEntryView {
  readonly seq: number;
  /** `signed` by the member it names, `unsigned` by anybody known, or naming somebody `unknown`. */
  readonly author: "signed" | "unsigned" | "unknown";
  /** What it says; null where it says nothing readable. */
  readonly said: {
    readonly day: number;
    readonly member: string;
    readonly act: AuditAct;
  } | null;
}

/** An entry of a case whose author worked from a list of people that is not in the organisation's history. */
export interface OtherList {
  readonly lane: JournalItem["lane"];
  readonly seq: number;
  readonly author: JournalItem["author"];
}

/** Whoever was ever listed, as last listed. */
export interface FormerMember {
  readonly id: string;
  readonly name: string;
}

export interface AuditingVault {
  /**
   * Signs an act as the entry after `head`, on the server's day. Rejects with `audit-rolled-back` when a later head
   * was seen before, `audit-day` when that is not this device's day, by more than one.
   */
  signAudit(act: AuditAct, head: AuditHead, day: number): Promise<NewAudit>;
  /** For the same request: signs an act as the entry after the one signed last. Rejects with `not-ready` without one. */
  signNextAudit(act: AuditAct, day: number): Promise<NewAudit>;
  /** The entry signed last stands in the log: no log without it is believed from here on. */
  auditStands(): Promise<void>;
  /** The log's end as last seen, to be remembered beyond this session; null when the keyring remembers it. */
  rememberAudit(): Promise<KeyringSave | null>;
  /**
   * Every roster from the first to the one in force. Rejects with `roster-history` when they do not lead up to it.
   * Kept until another roster is verified.
   */
  learnRosters(rosters: readonly FormerRoster[]): Promise<readonly FormerMember[]>;
  /**
   * Of the case last opened: entries whose author saw a roster that this vault has not learnt of. Until the history
   * was learnt, that is any but the one in force.
   */
  otherLists(): Promise<readonly OtherList[]>;
  /** Forgets what was read of the log. Needs the rosters: rejects with `not-ready`. */
  beginAudit(): Promise<void>;
  /** Checks the next entries, the costly half, and answers how they can be shown. */
  readAudit(entries: readonly StoredAudit[]): Promise<readonly AuditEntryView[]>;
  /** What is wrong with the log as read, if the server says that it ends at `head`. */
  endAudit(head: AuditHead): Promise<readonly AuditFinding[]>;
}
