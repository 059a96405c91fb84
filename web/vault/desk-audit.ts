/**
 * A member's dealings with the audit log. Invariant: nothing is signed onto a log that ends before an end once seen,
 * or that holds another entry in its place; and a log is judged by the keys of every roster that led up to the one in
 * force, and by nothing the server says.
 */
import type { AuditAct, AuditHead, StoredAudit } from "../../worker/contract/audit.ts";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import type { FormerRoster, Trust } from "../../worker/contract/roster.ts";
import { EMPTY_LOG, signAudit, type NewAudit } from "../crypto/audit.ts";
import { AuditLog, type AuditFinding } from "../crypto/audit-log.ts";
import type { Keyring } from "../crypto/keyring.ts";
import { canonicalOrigin } from "../crypto/roster.ts";
import { verifyRosterHistory, type RosterHistory } from "../crypto/roster-history.ts";
import { CryptoError } from "../crypto/suite.ts";
import type { AuditEntryView, FormerMember, OtherList } from "./auditing.ts";
import type { CaseJournal } from "./case-journal.ts";
import { VaultFailure } from "./failure.ts";
import type { Holding } from "./holding.ts";

/** How far the server's day may be from this device's: midnight passes, and clocks are off. */
const DAYS_APART = 1;

type Writer = Pick<Holding, "memberId" | "signing">;

export class DeskAudit {
  readonly #trust: Trust;
  /** The log's end as last seen. */
  #seen: AuditHead = EMPTY_LOG;
  /** The end as it is if the entry signed last was taken. */
  #signed: AuditHead | null = null;
  #history: RosterHistory | null = null;
  #log: AuditLog | null = null;

  constructor(trust: Trust) {
    this.#trust = trust;
  }

  /** To be remembered in the keyring; null when it is what the keyring has. */
  newerThan({ seq }: Keyring["auditHead"]): Keyring["auditHead"] | null {
    if (this.#seen.seq <= seq) return null;
    return { seq: this.#seen.seq, hash: fromBase64Url(this.#seen.hash) };
  }

  /** @throws CryptoError `audit-rolled-back` */
  see(head: AuditHead): void {
    const { seq, hash } = this.#seen;
    if (head.seq < seq || (head.seq === seq && head.hash !== hash)) {
      throw new CryptoError("audit-rolled-back");
    }
    this.#seen = head;
  }

  /** @param today this device's day */
  sign(act: AuditAct, head: AuditHead, day: number, writer: Writer, today: number): NewAudit {
    if (Math.abs(day - today) > DAYS_APART) throw new VaultFailure("audit-day");
    this.see(head);
    return this.#signOnto(act, head, day, writer);
  }

  /** Onto its own entry of a moment ago, which is not seen by that: the server may yet take neither. */
  signNext(act: AuditAct, day: number, writer: Writer): NewAudit {
    if (this.#signed === null) throw new VaultFailure("not-ready");
    return this.#signOnto(act, this.#signed, day, writer);
  }

  #signOnto(act: AuditAct, head: AuditHead, day: number, { memberId, signing }: Writer): NewAudit {
    const origin = canonicalOrigin(this.#trust);
    const made = signAudit(act, head, day, { origin, member: memberId, signing });
    this.#signed = made.head;
    return made;
  }

  /** The server has taken the entry signed last. */
  stands(): void {
    if (this.#signed !== null) this.see(this.#signed);
    this.#signed = null;
  }

  /** As the keyring remembers it from sessions before. */
  recall({ seq, hash }: Keyring["auditHead"]): void {
    this.#seen = { seq, hash: toBase64Url(hash) };
  }

  /** @throws CryptoError `roster-history` unless they lead up to the roster with that hash */
  learn(rosters: readonly FormerRoster[], inForce: Uint8Array): readonly FormerMember[] {
    this.#history = null;
    const history = verifyRosterHistory(rosters, this.#trust);
    if (history.hashes.at(-1) !== toBase64Url(inForce)) throw new CryptoError("roster-history");
    this.#history = history;
    return [...history.members].map(([id, { name }]) => ({ id, name }));
  }

  /** Another roster is in force, or none. */
  forgetRosters(): void {
    this.#history = null;
  }

  otherLists(journal: CaseJournal, inForce: Uint8Array): readonly OtherList[] {
    const known = new Set([toBase64Url(inForce), ...(this.#history?.hashes ?? [])]);
    return journal.seenRosters.flatMap(({ rosterHash, ...entry }) =>
      known.has(rosterHash) ? [] : [entry],
    );
  }

  begin(): void {
    if (this.#history === null) throw new VaultFailure("not-ready");
    const { members } = this.#history;
    this.#log = new AuditLog({ origin: canonicalOrigin(this.#trust), members });
  }

  #requireLog(): AuditLog {
    if (this.#log === null) throw new VaultFailure("not-ready");
    return this.#log;
  }

  read(entries: readonly StoredAudit[]): readonly AuditEntryView[] {
    return this.#requireLog()
      .read(entries)
      .map(({ seq, author, statement }) => ({
        seq,
        author,
        said:
          statement === null
            ? null
            : { day: statement.day, member: statement.member, act: statement.act },
      }));
  }

  /** @param head where the server says that the log ends */
  end(head: AuditHead): readonly AuditFinding[] {
    const found = this.#requireLog().findings([this.#seen, head]);
    if (found.length === 0) this.see(head);
    return found;
  }
}
