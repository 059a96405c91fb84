/**
 * What may be added to the audit log, judged before it is written: whose entry it is, what it says was done, that
 * its author signed it, and that it follows the log's last entry on the day it is written.
 */
import {
  isSameAct,
  parseAuditText,
  type AuditAct,
  type AuditHead,
  type AuditStatement,
  type SignedAudit,
} from "../contract/audit.ts";
import { fromBase64Url } from "../contract/bytes.ts";
import { auditEntryPreimage, auditPreimage } from "../contract/preimages.ts";
import { digest } from "./digest.ts";
import { Refusal } from "./refusal.ts";
import { identitySignatureHolds } from "./signature.ts";

/** An entry that may be written, if nobody else's is written first. */
export interface CheckedAudit {
  readonly signed: SignedAudit;
  readonly seq: number;
  readonly hash: string;
}

/** Who acts, by the roster in force. */
export interface AuditAuthor {
  readonly memberId: string;
  /** base64url of their Ed25519 key in the newest roster. */
  readonly key: string;
}

export interface AuditPlace {
  readonly origin: string;
  readonly head: AuditHead;
  readonly today: number;
}

const FIELD = "audit";

function statementOf(text: string): { statement: AuditStatement; bytes: Uint8Array<ArrayBuffer> } {
  try {
    const bytes = fromBase64Url(text);
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const statement = parseAuditText(decoder.decode(bytes));
    if (statement !== null) return { statement, bytes };
  } catch {
    // Not base64url, or not UTF-8: no statement either.
  }
  throw new Refusal("wrong-audit", FIELD);
}

/**
 * @param expected what the entry must say was done
 * @throws Refusal `wrong-audit`; `conflict` with the field `audit` when another entry or another day came first
 */
export async function checkAuditEntry(
  signed: SignedAudit,
  author: AuditAuthor,
  expected: AuditAct,
  { origin, head, today }: AuditPlace,
): Promise<CheckedAudit> {
  const { statement, bytes } = statementOf(signed.statement);
  if (
    statement.origin !== origin ||
    statement.member !== author.memberId ||
    !isSameAct(statement.act, expected)
  ) {
    throw new Refusal("wrong-audit", FIELD);
  }
  // The day is the server's, exactly: a clock that runs ahead would keep everybody else out until it came true.
  if (statement.seq !== head.seq + 1 || statement.prev !== head.hash || statement.day !== today) {
    throw new Refusal("conflict", FIELD);
  }
  const signature = fromBase64Url(signed.signature);
  if (!(await identitySignatureHolds(author.key, signature, auditPreimage(bytes)))) {
    throw new Refusal("wrong-audit", FIELD);
  }
  const hash = await digest(auditEntryPreimage(bytes, signature));
  return { signed, seq: statement.seq, hash };
}

/** What a stored or sent entry says was done, read without checking it; null when it says nothing readable. */
export function claimedAct(signed: SignedAudit): AuditAct | null {
  try {
    return statementOf(signed.statement).statement.act;
  } catch {
    return null;
  }
}
