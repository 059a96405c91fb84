/** Audit logs to verify: entries signed by invented members, and everything a database's owner can do to them. */
import type { AuditAct, AuditHead, StoredAudit } from "../../worker/contract/audit.ts";
import { toBase64Url } from "../../worker/contract/bytes.ts";
import { EMPTY_LOG, signAudit } from "../../web/crypto/audit.ts";
import { AuditLog, type AuditFinding, type LogMember } from "../../web/crypto/audit-log.ts";
import { signingSeed, verifyKeyOf, type SigningSeed } from "../../web/crypto/keys.ts";

export const LOG_ORIGIN = "https://tern.example";
export const FIRST_DAY = 20_500;

export interface LogPerson {
  readonly id: string;
  readonly signing: SigningSeed;
}

/** The same one for the same number. Needs `loadSodium` first. */
export function logPerson(number: number): LogPerson {
  return {
    id: toBase64Url(new Uint8Array(16).fill(number)),
    signing: signingSeed(new Uint8Array(32).fill(number)),
  };
}

export interface MadeLog {
  readonly entries: readonly StoredAudit[];
  /** The log's end after each entry, and before the first. */
  readonly heads: readonly AuditHead[];
  readonly people: readonly LogPerson[];
  readonly members: ReadonlyMap<string, LogMember>;
}

/** As members' clients sign it: a day ends after every `entriesADay`. */
export function makeLog(length: number, entriesADay = 3): MadeLog {
  const people = [logPerson(1), logPerson(2), logPerson(3)];
  const entries: StoredAudit[] = [];
  const heads: AuditHead[] = [EMPTY_LOG];
  for (let at = 0; at < length; at += 1) {
    const day = FIRST_DAY + Math.floor(at / entriesADay);
    const made = signedBy(people[at % people.length], actAt(at), heads.at(-1) ?? EMPTY_LOG, day);
    entries.push(made.audit);
    heads.push(made.head);
  }
  return { entries, heads, people, members: membersOf(people) };
}

export function membersOf(people: readonly LogPerson[]): ReadonlyMap<string, LogMember> {
  return new Map(
    people.map(({ id, signing }) => [id, { key: verifyKeyOf(signing), revokedDay: null }]),
  );
}

export function signedBy(
  person: LogPerson | undefined,
  act: AuditAct,
  head: AuditHead,
  day: number,
  origin = LOG_ORIGIN,
) {
  if (person === undefined) throw new Error("audit log: nobody to sign");
  return signAudit(act, head, day, { origin, member: person.id, signing: person.signing });
}

function actAt(at: number): AuditAct {
  const id = toBase64Url(new Uint8Array(16).fill(at % 251));
  return at % 2 === 0 ? { kind: "sign-in" } : { kind: "case-opened", case: id };
}

/** An entry with other words above the signature that stood under the first. */
export function reworded(entry: StoredAudit, change: (json: string) => string): StoredAudit {
  const json = Buffer.from(entry.statement, "base64url").toString("utf8");
  return { ...entry, statement: Buffer.from(change(json), "utf8").toString("base64url") };
}

/** What verifying finds, as `fault seq` or `fault seq-through`. */
export function found(
  { members }: Pick<MadeLog, "members">,
  entries: readonly StoredAudit[],
  seen: readonly AuditHead[] = [],
): readonly string[] {
  const log = new AuditLog({ origin: LOG_ORIGIN, members });
  log.read(entries);
  return log.findings(seen).map(named);
}

function named({ fault, seq, through }: AuditFinding): string {
  return seq === through ? `${fault} ${seq}` : `${fault} ${seq}-${through}`;
}
