/** An audit log with every roster there ever was: from what the auditor's page downloads, or from a local database. */
import { join } from "node:path";
import * as z from "zod/mini";
import { toBase64Url } from "../../../worker/contract/bytes.ts";
import { AuditRecord } from "../../../worker/contract/audit-record.ts";
import { EMPTY_LOG } from "../../crypto/audit.ts";
import { Complaint } from "../org/command.ts";
import { asJson, readBytes } from "../org/files.ts";
import { QUIET_WRANGLER, run } from "../run.ts";

/** @throws Complaint when it is no such file. */
export function recordFromFile(path: string): AuditRecord {
  const record = AuditRecord.safeParse(asJson(readBytes(path)));
  if (!record.success) throw new Complaint(`${path} is no audit log as the page downloads it.`);
  return record.data;
}

const QUERIES = [
  "SELECT delegation_statement, delegation_signature, signer, statement, signature FROM rosters ORDER BY version",
  "SELECT seq, statement, signature, entry_hash FROM audit_log ORDER BY seq",
] as const;

const Rows = <Row extends z.ZodMiniType>(row: Row) => z.object({ results: z.array(row) });
const Printed = z.tuple([
  Rows(
    z.object({
      delegation_statement: z.string(),
      delegation_signature: z.string(),
      signer: z.string(),
      statement: z.string(),
      signature: z.string(),
    }),
  ),
  Rows(
    z.object({
      seq: z.int(),
      statement: z.string(),
      signature: z.string(),
      entry_hash: z.string(),
    }),
  ),
]);

const MILLISECONDS_A_DAY = 86_400_000;

/** What `wrangler d1 execute --json` printed for the queries above. @throws Complaint when it printed no such rows. */
function recordOf(printed: unknown): AuditRecord {
  const rows = Printed.safeParse(printed);
  if (!rows.success) throw new Complaint("The local database holds no audit log.");
  const [{ results: rosters }, { results: entries }] = rows.data;
  const last = entries.at(-1);
  return AuditRecord.parse({
    suite: "tern/1",
    day: Math.floor(Date.now() / MILLISECONDS_A_DAY),
    rosters: rosters.map((row) => ({
      delegation: { statement: row.delegation_statement, signature: row.delegation_signature },
      signer: row.signer,
      roster: { statement: row.statement, signature: row.signature },
    })),
    entries: entries.map(({ statement, signature }) => ({ statement, signature })),
    head: last === undefined ? EMPTY_LOG : { seq: last.seq, hash: hashOr(last.entry_hash) },
  });
}

/** A column somebody wrote nonsense into is one more thing the log does not agree with. */
function hashOr(text: string): string {
  return AuditRecord.shape.head.shape.hash.safeParse(text).success
    ? text
    : toBase64Url(new Uint8Array(32).fill(0xff));
}

/** @param folder where `npm start` keeps its state. @throws Complaint */
export async function recordFromDatabase(folder: string): Promise<AuditRecord> {
  const local = ["--local", "--persist-to", join(folder, "state")];
  const command = ["--json", "--command", QUERIES.join("; ")];
  const printed = await run(
    "wrangler",
    ["d1", "execute", "DB", ...local, ...command],
    QUIET_WRANGLER,
  );
  return recordOf(asJson(new TextEncoder().encode(printed)));
}
