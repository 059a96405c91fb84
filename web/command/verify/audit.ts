/** `audit`: every entry of an audit log against its author's signature and its place, from the root key on. */
import { join } from "node:path";
import { AuditHead } from "../../../worker/contract/audit.ts";
import type { AuditRecord } from "../../../worker/contract/audit-record.ts";
import type { Trust } from "../../../worker/contract/roster.ts";
import { AuditLog, type AuditFault, type AuditFinding } from "../../crypto/audit-log.ts";
import { canonicalOrigin } from "../../crypto/roster.ts";
import { verifyRosterHistory } from "../../crypto/roster-history.ts";
import { loadSodiumWithArgon2 } from "../../crypto/sodium.ts";
import { CryptoError } from "../../crypto/suite.ts";
import { Complaint, readArguments, type Command, type Outcome } from "../org/command.ts";
import { readTrust } from "../org/files.ts";
import { say } from "../output.ts";
import { recordFromDatabase, recordFromFile } from "./audit-record.ts";
import { recordFromServer } from "./server-log.ts";

const FOLDER = ".tern";

const HELP = `npm run verify -- audit [--trust FILE] [--seen SEQ:HASH]
npm run verify -- audit --file FILE.json [--trust FILE] [--seen SEQ:HASH]
npm run verify -- audit --url URL --name NAME [--trust FILE] [--seen SEQ:HASH]

Checks every entry's signature by the keys of every list of people there ever was, from the root key on, and
that the log is whole: nothing missing, moved, put in, changed or dated back. Exit code 1 when anything is found.

  --file FILE.json   what the auditor's page downloads
  --url URL          sign in there as an auditor or coordinator; the sign-in itself becomes the last entry
  --name NAME        the sign-in name; passphrase and code are asked for, or taken from TERN_PASSPHRASE and TERN_CODE
  --seen SEQ:HASH    an end of the log that was seen before, as this command prints it: the log must still hold it
  --trust FILE       default: ${FOLDER}/trust.json

With neither --file nor --url: the local database of npm start, in ${FOLDER}.`;

const FAULTS: Readonly<Record<AuditFault, string>> = {
  missing: "missing",
  reordered: "not in its place",
  inserted: "one too many there, put in afterwards",
  changed: "not what stood there",
  "back-dated": "dated before an earlier entry",
  unsigned: "signed by nobody",
  "unknown-member": "of somebody who was no member then",
  truncated: "seen before, and cut off",
};

function named({ fault, seq, through }: AuditFinding): string {
  const place = seq === through ? `entry ${seq}` : `entries ${seq} to ${through}`;
  return `${place}: ${fault} (${FAULTS[fault]})`;
}

/** @throws Complaint when it is no end of a log. */
function seenEnd(text: string | undefined): readonly AuditHead[] {
  if (text === undefined) return [];
  const [seq = "", hash = ""] = text.split(":");
  const head = AuditHead.safeParse({ seq: Number(seq), hash });
  if (!head.success) throw new Complaint("--seen takes SEQ:HASH, as this command prints it.");
  return [head.data];
}

function membersOf({ rosters }: AuditRecord, trust: Trust) {
  try {
    return verifyRosterHistory(rosters, trust).members;
  } catch (thrown) {
    if (thrown instanceof CryptoError) return null;
    throw thrown;
  }
}

function judge(record: AuditRecord, trust: Trust, seen: readonly AuditHead[]): Outcome {
  const members = membersOf(record, trust);
  if (members === null) {
    say("The lists of people do not lead from the root key to the one in force: no key is known.");
    return "failed";
  }
  const log = new AuditLog({ origin: canonicalOrigin(trust), members });
  log.read(record.entries);
  const findings = log.findings([record.head, ...seen]);
  for (const finding of findings) say(named(finding));
  const { seq, hash } = log.head;
  if (findings.length > 0) {
    say(`${record.entries.length} entries, not whole.`);
    return "failed";
  }
  say(`${record.entries.length} entries, whole. The log ends at ${seq}:${hash}`);
  return "done";
}

export const audit: Command = {
  summary: "every entry of the audit log, its signature and its place",
  help: HELP,
  run: async (args) => {
    const { values } = readArguments(
      args,
      {
        file: { type: "string" },
        url: { type: "string" },
        name: { type: "string" },
        seen: { type: "string" },
        trust: { type: "string" },
      },
      "none",
    );
    const { file, url, name } = values;
    if (file !== undefined && url !== undefined) {
      throw new Complaint("Either --file or --url. --help says more.");
    }
    const seen = seenEnd(values.seen);
    const trust = readTrust(values.trust ?? join(FOLDER, "trust.json"));
    await loadSodiumWithArgon2();
    if (file !== undefined) return judge(recordFromFile(file), trust, seen);
    if (url !== undefined) return judge(await recordFromServer({ url, name, trust }), trust, seen);
    return judge(await recordFromDatabase(FOLDER), trust, seen);
  },
};
