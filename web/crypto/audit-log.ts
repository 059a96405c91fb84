/**
 * A whole audit log, judged: which entries stand where their authors put them, and what was done to the others.
 * Invariant: a log without a finding holds, from 1 to its end, exactly the entries their authors signed, each after
 * the one it names, on days that never go back, and everything that was seen of it before.
 */
import type { AuditHead, StoredAudit } from "../../worker/contract/audit.ts";
import { EMPTY_LOG, readAudit, type ReadAudit } from "./audit.ts";
import type { VerifyKey } from "./keys.ts";
import { outOfOrder } from "./out-of-order.ts";

/** What can have been done to an entry. */
export const AUDIT_FAULTS = [
  /** There must have been one, and there is none. */
  "missing",
  /** It stands in another place than its own. */
  "reordered",
  /** It is one too many: its place is another's. */
  "inserted",
  /** It is not what the next one, or somebody who saw it, says stood there. */
  "changed",
  /** Its day is before the day of an earlier one. */
  "back-dated",
  /** Nobody's signature holds on it. */
  "unsigned",
  /** Its author was no member then. */
  "unknown-member",
  /** It was seen before; the log now ends before it. */
  "truncated",
] as const;
export type AuditFault = (typeof AUDIT_FAULTS)[number];

export interface AuditFinding {
  readonly fault: AuditFault;
  readonly seq: number;
  /** The last of several in a row with the same fault; `seq` for one alone. */
  readonly through: number;
}

/** A member as every verified roster together has them. */
export interface LogMember {
  readonly key: VerifyKey;
  readonly revokedDay: number | null;
}

export interface LogConditions {
  readonly origin: string;
  /** By member id. */
  readonly members: ReadonlyMap<string, LogMember>;
}

export interface LogEntry extends ReadAudit {
  /** Where it stands: what it says itself if that is signed, else what stands around it. */
  readonly seq: number;
}

type Signed = LogEntry & { readonly statement: NonNullable<LogEntry["statement"]> };

function isSigned(entry: LogEntry): entry is Signed {
  return entry.author === "signed" && entry.statement !== null;
}

export class AuditLog {
  readonly #conditions: LogConditions;
  /** In the order they were stored. */
  readonly #entries: LogEntry[] = [];

  constructor(conditions: LogConditions) {
    this.#conditions = conditions;
  }

  /** Reads on; the costly half. @returns what was read, in the order it was stored. */
  read(stored: readonly StoredAudit[]): readonly LogEntry[] {
    const { origin, members } = this.#conditions;
    const keyOf = (id: string): VerifyKey | null => members.get(id)?.key ?? null;
    return stored.map((one) => {
      const entry = readAudit(one, origin, keyOf);
      const before = this.#entries.at(-1)?.seq ?? 0;
      // The next place but for what is signed: an unsigned number is worth nothing.
      const seq =
        entry.author === "signed" && entry.statement !== null ? entry.statement.seq : before + 1;
      const placed = { ...entry, seq };
      this.#entries.push(placed);
      return placed;
    });
  }

  get length(): number {
    return this.#entries.length;
  }

  /** The end of what was read. */
  get head(): AuditHead {
    const last = this.#entries.at(-1);
    return last === undefined ? EMPTY_LOG : { seq: last.seq, hash: last.hash };
  }

  /**
   * What is wrong with the log as read, in the order of places.
   * @param seen ends of the log that were seen before, or are said to be its end now
   */
  findings(seen: readonly AuditHead[]): readonly AuditFinding[] {
    return new Judgement(this.#entries, this.#conditions, seen).findings();
  }
}

/** One look at all entries together. */
class Judgement {
  readonly #entries: readonly LogEntry[];
  readonly #conditions: LogConditions;
  readonly #seen: readonly AuditHead[];
  /** The one signed entry that belongs to each place. */
  readonly #genuine = new Map<number, Signed>();
  readonly #unsigned = new Map<number, LogEntry[]>();
  readonly #faults = new Map<AuditFault, Set<number>>();

  constructor(entries: readonly LogEntry[], conditions: LogConditions, seen: readonly AuditHead[]) {
    this.#entries = entries;
    this.#conditions = conditions;
    this.#seen = seen;
  }

  findings(): readonly AuditFinding[] {
    this.#place();
    this.#findReordered();
    this.#followChain();
    this.#followDays();
    this.#compareWithSeen();
    const single = [...this.#faults].flatMap(([fault, places]) => runsOf(fault, places));
    return [...single, ...this.#gaps()].toSorted((one, other) => one.seq - other.seq);
  }

  #fault(fault: AuditFault, seq: number): void {
    const places = this.#faults.get(fault) ?? new Set();
    this.#faults.set(fault, places.add(seq));
  }

  /** Finds the genuine entry of each place; what else claims it was inserted. */
  #place(): void {
    const claims = new Map<number, Signed[]>();
    for (const entry of this.#entries) {
      if (isSigned(entry)) claims.set(entry.seq, [...(claims.get(entry.seq) ?? []), entry]);
      else this.#unsigned.set(entry.seq, [...(this.#unsigned.get(entry.seq) ?? []), entry]);
    }
    for (const [seq, claimants] of claims) {
      const [first] = claimants;
      if (first === undefined) continue;
      const named = (claims.get(seq + 1) ?? []).map(({ statement }) => statement.prev);
      const genuine = claimants.find(({ hash }) => named.includes(hash)) ?? first;
      this.#genuine.set(seq, genuine);
      if (claimants.length > 1 || this.#unsigned.has(seq)) this.#fault("inserted", seq);
    }
  }

  #findReordered(): void {
    const inserted = this.#faults.get("inserted") ?? new Set();
    const standing = this.#entries.filter(
      (entry) => this.#genuine.get(entry.seq) === entry && !inserted.has(entry.seq),
    );
    for (const seq of outOfOrder(standing.map((entry) => entry.seq))) this.#fault("reordered", seq);
  }

  /** Each entry says what came before it; what stands there must be that. */
  #followChain(): void {
    for (const [seq, { statement }] of this.#genuine) {
      const before = seq === 1 ? EMPTY_LOG.hash : this.#genuine.get(seq - 1)?.hash;
      if (before !== undefined && before !== statement.prev) {
        this.#fault("changed", Math.max(seq - 1, 1));
      }
    }
    for (const [seq, entries] of this.#unsigned) {
      if (this.#genuine.has(seq)) continue;
      const named = this.#genuine.get(seq + 1)?.statement.prev;
      for (const { author, hash } of entries) {
        if (named !== undefined && named !== hash) this.#fault("changed", seq);
        else this.#fault(author === "unknown" ? "unknown-member" : "unsigned", seq);
      }
    }
  }

  #followDays(): void {
    let newest = 0;
    for (const seq of this.#places()) {
      const genuine = this.#genuine.get(seq);
      for (const entry of genuine === undefined ? (this.#unsigned.get(seq) ?? []) : [genuine]) {
        if ((entry.statement?.day ?? newest) < newest) this.#fault("back-dated", seq);
      }
      if (genuine === undefined) continue;
      const { day, member } = genuine.statement;
      newest = Math.max(newest, day);
      // On the day itself they may have acted before they were removed.
      const revokedDay = this.#conditions.members.get(member)?.revokedDay ?? null;
      if (revokedDay !== null && day > revokedDay) this.#fault("unknown-member", seq);
    }
  }

  #compareWithSeen(): void {
    for (const { seq, hash } of this.#seen) {
      const standing = [this.#genuine.get(seq), ...(this.#unsigned.get(seq) ?? [])];
      const hashes = standing.flatMap((entry) => (entry === undefined ? [] : [entry.hash]));
      if (hashes.length > 0 && !hashes.includes(hash)) this.#fault("changed", seq);
    }
  }

  /** Every place at which anything stands, rising. */
  #places(): readonly number[] {
    const places = new Set([...this.#genuine.keys(), ...this.#unsigned.keys()]);
    return [...places].toSorted((one, other) => one - other);
  }

  /** Places at which nothing stands: before the log's end, and from there to the last that was seen. */
  #gaps(): readonly AuditFinding[] {
    const gaps: AuditFinding[] = [];
    let end = 0;
    for (const seq of this.#places()) {
      if (seq > end + 1) gaps.push({ fault: "missing", seq: end + 1, through: seq - 1 });
      end = seq;
    }
    const seen = Math.max(0, ...this.#seen.map(({ seq }) => seq));
    if (seen > end) gaps.push({ fault: "truncated", seq: end + 1, through: seen });
    return gaps;
  }
}

/** Places with one fault, those in a row together. */
function runsOf(fault: AuditFault, places: ReadonlySet<number>): readonly AuditFinding[] {
  const runs: { fault: AuditFault; seq: number; through: number }[] = [];
  for (const seq of [...places].toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last !== undefined && last.through === seq - 1) last.through = seq;
    else runs.push({ fault, seq, through: seq });
  }
  return runs;
}
