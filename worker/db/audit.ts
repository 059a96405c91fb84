/**
 * The audit log: entries added at its end, each in the batch of the act it tells of, and never changed.
 * Invariant: two entries with one number cannot both be written; the batch of the second fails whole.
 */
import { asc, desc, gt } from "drizzle-orm";
import type { AuditHead, StoredAudit } from "../contract/audit.ts";
import { AUDIT_PAGE_ENTRIES } from "../contract/limits.ts";
import type { CheckedAudit } from "../domain/audit.ts";
import { NO_ENTRY } from "../domain/journal.ts";
import { violationOf, type Database } from "./open.ts";
import { auditLog } from "./schema.ts";

function selectHead(db: Database) {
  return db
    .select({ seq: auditLog.seq, hash: auditLog.entryHash })
    .from(auditLog)
    .orderBy(desc(auditLog.seq))
    .limit(1);
}

/** The last entry, or what the first one follows. */
export async function findAuditHead(db: Database): Promise<AuditHead> {
  const [head] = await selectHead(db);
  return head ?? { seq: 0, hash: NO_ENTRY };
}

/** The first statement of a batch, so that a lost race for the log's end is known as one. */
export function insertAudit(db: Database, { signed, seq, hash }: CheckedAudit) {
  return db.insert(auditLog).values({
    seq,
    statement: signed.statement,
    signature: signed.signature,
    entryHash: hash,
  });
}

/** Did a batch fail because somebody else's entry took the place of the one it carried? */
export function lostAuditRace(error: unknown): boolean {
  const violation = violationOf(error);
  return violation?.rule === "unique" && violation.table === "audit_log";
}

export interface AuditPage {
  readonly entries: readonly StoredAudit[];
  readonly next: number | null;
  readonly head: AuditHead;
}

/** The entries after that place and the log's end, read at one moment. */
export async function findAuditPage(db: Database, after: number): Promise<AuditPage> {
  const [rows, [head]] = await db.batch([
    db
      .select({
        seq: auditLog.seq,
        statement: auditLog.statement,
        signature: auditLog.signature,
      })
      .from(auditLog)
      .where(gt(auditLog.seq, after))
      .orderBy(asc(auditLog.seq))
      .limit(AUDIT_PAGE_ENTRIES + 1),
    selectHead(db),
  ]);
  const page = rows.slice(0, AUDIT_PAGE_ENTRIES);
  return {
    entries: page.map(({ statement, signature }) => ({ statement, signature })),
    next: rows.length > page.length ? (page.at(-1)?.seq ?? null) : null,
    head: head ?? { seq: 0, hash: NO_ENTRY },
  };
}
