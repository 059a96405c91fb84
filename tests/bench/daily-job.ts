/**
 * The daily job among many stored cases: what it reads for each that is due (`dailyJob.rowsReadPerDue`), in a night
 * that marks them and in one that finds them marked.
 */
import type { D1Database } from "@cloudflare/workers-types";
import { markDue } from "../../worker/jobs/due.ts";
import { atMost, type Measure, type Measurement } from "./measure.ts";
import { Meter, watchDatabase } from "./meter.ts";
import { startOrganisationServer } from "./organisation-server.ts";
import { today, type Organisation } from "./organisation.ts";

const ROWS_PER_DUE_MAX = 4;
const STORED = 100_000;
const DUE = 100;
/** Due on some day to come. */
const LATER = 2_000;
/** Ten years of cases, the same number a day. */
const DAYS_BACK = 3_650;

/**
 * The oldest are due today, the next later, the others closed; those of yesterday and today came as reports come,
 * with no due day yet. What is sealed is left out: no row of it is read.
 */
const INSERT_CASES = `
  WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ${STORED})
  INSERT INTO cases (case_id, submission_hash, desk_id, urgent, received_day, closed_day, next_due_day,
    conversation_seq, conversation_head, conversation_epoch, internal_seq, internal_head, internal_epoch,
    card_lane, card_epoch, card_header, card_body)
  SELECT lower(hex(randomblob(11))), '', ?1, 0, ?2 - n % ${DAYS_BACK},
    CASE WHEN n < ${DUE + LATER} OR n % ${DAYS_BACK} < 2 THEN NULL ELSE ?2 - n % ${DAYS_BACK} + 1 END,
    CASE WHEN n % ${DAYS_BACK} < 2 THEN NULL WHEN n < ${DUE} + 2 THEN ?2
      WHEN n < ${DUE + LATER} THEN ?2 + 1 + n % 90 END,
    1, '', 0, 1, '', 0, 'internal', 0, '', ''
  FROM numbers`;

const INSERT_WRAPS = `
  INSERT INTO wraps SELECT ?1, received_day, case_id, 'conversation', 0, '', '' FROM cases`;

async function fill(database: D1Database, { desk, recipients }: Organisation): Promise<number> {
  await database.batch([
    database.prepare(INSERT_CASES).bind(desk, today()),
    ...recipients.map(({ id }) => database.prepare(INSERT_WRAPS).bind(id)),
    database.prepare("INSERT INTO job_days VALUES ('due', ?)").bind(today() - 1),
  ]);
  const due = await database
    .prepare("SELECT count(*) AS due FROM cases WHERE next_due_day <= ?")
    .bind(today())
    .first<number>("due");
  if (due !== DUE) throw new Error(`bench: ${String(due)} cases are due`);
  return due;
}

async function night(database: D1Database) {
  const meter = new Meter();
  await markDue({ DB: watchDatabase(database, meter) }, today());
  const read = meter.rows.reduce((sum, rows) => sum + rows.read, 0);
  const bySql = new Map<string, number>();
  for (const rows of meter.rows) bySql.set(rows.sql, (bySql.get(rows.sql) ?? 0) + rows.read);
  return { read, statements: Object.fromEntries(bySql) };
}

async function measureRows(organisation: Organisation): Promise<Measurement> {
  const server = await startOrganisationServer(organisation);
  try {
    const due = await fill(server.database, organisation);
    const first = await night(server.database);
    const again = await night(server.database);
    const marked = await server.database
      .prepare("SELECT count(*) AS marked FROM due_marks")
      .first<number>("marked");
    if (marked !== due) throw new Error(`bench: ${String(marked)} cases were marked`);
    return {
      name: "dailyJob.rowsReadPerDue",
      value: Math.max(first.read, again.read) / due,
      unit: "rows",
      bound: atMost(ROWS_PER_DUE_MAX),
      detail: {
        method: "D1's meta.rows_read of every statement of the job, over the cases that are due",
        stored: STORED,
        due,
        cameSinceTheNightBefore: 2 * Math.floor(STORED / DAYS_BACK),
        recipients: organisation.recipients.length,
        first,
        again,
      },
    };
  } finally {
    await server.close();
  }
}

export function dailyJobMeasure(organisation: Organisation): Measure {
  return { name: "dailyJob", run: async () => [await measureRows(organisation)] };
}
