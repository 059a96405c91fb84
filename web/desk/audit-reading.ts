/**
 * Reading the whole audit log, a page at a time, so that it can be shown and stopped; the vault checks each page.
 * What was read is kept as it came: it is what can be downloaded and checked elsewhere.
 */
import type { AuditHead, StoredAudit } from "../../worker/contract/audit.ts";
import type { AuditRecord } from "../../worker/contract/audit-record.ts";
import type { OutputOf } from "../../worker/contract/endpoints.ts";
import type { FormerRoster } from "../../worker/contract/roster.ts";
import { call } from "./call.ts";
import type { AuditEntryView, AuditFinding, FormerMember } from "../vault/interface.ts";
import type { DeskSession } from "./session.ts";

type Reader = Pick<DeskSession, "vault" | "token">;

/** Every roster there ever was, followed by the vault up to the one in force. @throws VaultFailure, ApiFailure */
export async function learnRosters({ vault, token }: Reader): Promise<{
  readonly rosters: FormerRoster[];
  readonly people: readonly FormerMember[];
}> {
  const rosters: FormerRoster[] = [];
  for (;;) {
    const page = await call("rosterHistory", { afterVersion: rosters.length }, { token });
    rosters.push(...page.rosters);
    if (!page.more || page.rosters.length === 0) break;
  }
  return { rosters, people: await vault.learnRosters(rosters) };
}

export interface ReadLog {
  readonly record: AuditRecord;
  readonly people: readonly FormerMember[];
  readonly entries: readonly AuditEntryView[];
  readonly findings: readonly AuditFinding[];
}

export interface ReadLogOptions {
  /** Stops after the page under way. */
  readonly signal: AbortSignal;
  readonly onProgress: (read: number, of: number) => void;
}

/** Null when it was stopped. @throws VaultFailure, ApiFailure */
export async function readWholeLog(
  session: Reader,
  { signal, onProgress }: ReadLogOptions,
): Promise<ReadLog | null> {
  const { vault, token } = session;
  const { rosters, people } = await learnRosters(session);
  await vault.beginAudit();
  const stored: StoredAudit[] = [];
  const entries: AuditEntryView[] = [];
  let after: number | null = 0;
  let head: AuditHead | null = null;
  let day = 0;
  while (after !== null) {
    if (signal.aborted) return null;
    const page: OutputOf<"readAudit"> = await call("readAudit", { after }, { token });
    entries.push(...(await vault.readAudit(page.entries)));
    stored.push(...page.entries);
    // What is written meanwhile is read as well: the end is where the last page says it is.
    ({ head, day } = page);
    after = page.next;
    onProgress(stored.length, page.head.seq);
  }
  if (head === null || signal.aborted) return null;
  const findings = await vault.endAudit(head);
  const record: AuditRecord = { suite: "tern/1", day, rosters, entries: stored, head };
  return { record, people, entries, findings };
}
