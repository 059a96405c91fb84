/**
 * Audit entries as a client makes and reads them (PROTOCOL.md, "Audit log"): one member's signature over what they
 * did, and the hash the next entry names. What a whole log's entries say together is judged in audit-log.ts.
 */
import {
  auditText,
  parseAuditText,
  type AuditAct,
  type AuditHead,
  type AuditStatement,
  type SignedAudit,
  type StoredAudit,
} from "../../worker/contract/audit.ts";
import { fromBase64Url, toBase64Url } from "../../worker/contract/bytes.ts";
import { HASH_BYTES } from "../../worker/contract/limits.ts";
import { auditEntryPreimage } from "../../worker/contract/preimages.ts";
import { fromUtf8, utf8 } from "./bytes.ts";
import { sharedHash } from "./hash.ts";
import { sign, signatureHolds, type SigningSeed, type VerifyKey } from "./keys.ts";
import { LABELS } from "./suite.ts";

/** What the log's first entry follows. */
export const EMPTY_LOG: AuditHead = { seq: 0, hash: toBase64Url(new Uint8Array(HASH_BYTES)) };

export interface AuditWriter {
  readonly origin: string;
  /** base64url */
  readonly member: string;
  readonly signing: SigningSeed;
}

export interface NewAudit {
  readonly audit: SignedAudit;
  /** The log's end once this entry stands in it. */
  readonly head: AuditHead;
}

function entryHash(statement: Uint8Array, signature: Uint8Array): string {
  return toBase64Url(sharedHash(auditEntryPreimage(statement, signature)));
}

/** Signs an act as the next entry after `head`. */
export function signAudit(
  act: AuditAct,
  head: AuditHead,
  day: number,
  { origin, member, signing }: AuditWriter,
): NewAudit {
  const seq = head.seq + 1;
  const statement = utf8(
    auditText({ suite: "tern/1", origin, seq, prev: head.hash, day, member, act }),
  );
  const signature = sign(signing, LABELS.audit, statement);
  return {
    audit: { statement: toBase64Url(statement), signature: toBase64Url(signature) },
    head: { seq, hash: entryHash(statement, signature) },
  };
}

/** Whose an entry is: `unknown` when it names nobody the rosters ever listed. */
export type AuditAuthor = "signed" | "unsigned" | "unknown";

export interface ReadAudit {
  /** Null for anything but a statement of this organisation in its one spelling. */
  readonly statement: AuditStatement | null;
  readonly author: AuditAuthor;
  /** What the next entry must name; empty where the entry is no bytes at all. */
  readonly hash: string;
}

function decoded(text: string): Uint8Array | null {
  try {
    return fromBase64Url(text);
  } catch {
    return null;
  }
}

function parsed(bytes: Uint8Array, origin: string): AuditStatement | null {
  try {
    const statement = parseAuditText(fromUtf8(bytes));
    return statement?.origin === origin ? statement : null;
  } catch {
    return null;
  }
}

/**
 * Never throws: what is wrong with an entry is for the whole log to say.
 * @param keyOf a member's Ed25519 key, from verified rosters; null for somebody they never listed
 */
export function readAudit(
  entry: StoredAudit,
  origin: string,
  keyOf: (memberId: string) => VerifyKey | null,
): ReadAudit {
  const bytes = decoded(entry.statement);
  const signature = decoded(entry.signature);
  if (bytes === null || signature === null) {
    return { statement: null, author: "unsigned", hash: "" };
  }
  const hash = entryHash(bytes, signature);
  const statement = parsed(bytes, origin);
  if (statement === null) return { statement, author: "unsigned", hash };
  const key = keyOf(statement.member);
  if (key === null) return { statement, author: "unknown", hash };
  const holds = signatureHolds(signature, key, LABELS.audit, bytes);
  return { statement, author: holds ? "signed" : "unsigned", hash };
}
