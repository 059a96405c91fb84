/**
 * Many at once: 200 reports from 8 clients, every fourth of them sent twice at the same moment, as after an answer
 * that never came. What the database then holds is counted past the Worker.
 */
import type { Server } from "../support/server.ts";
import { concurrently, postOk } from "./client.ts";
import { atMost, type Measure, type Measurement } from "./measure.ts";
import { startOrganisationServer, urlOf } from "./organisation-server.ts";
import type { Organisation } from "./organisation.ts";
import { makeSubmissions } from "./submissions.ts";
import { CLIENTS } from "./submit.ts";

const REPORTS = 200;
/** Each how many is sent twice. */
const TWICE = 4;

/** Cases that are whole: one first entry, one reporter, a wrap for everybody. */
const WHOLE_CASES = `
  SELECT case_id FROM cases
  WHERE (SELECT count(*) FROM entries WHERE entries.case_id = cases.case_id) = 1
    AND (SELECT count(*) FROM reporters WHERE reporters.case_id = cases.case_id) = 1
    AND (SELECT count(*) FROM wraps WHERE wraps.case_id = cases.case_id) = ?1`;

interface Held {
  /** Case ids. */
  readonly whole: ReadonlySet<unknown>;
  readonly cases: number;
  readonly entries: number;
}

async function heldBy(server: Server, recipients: number): Promise<Held> {
  const { database } = server;
  const whole = await database.prepare(WHOLE_CASES).bind(recipients).all<{ case_id: string }>();
  const count = async (table: "cases" | "entries"): Promise<number> =>
    (await database.prepare(`SELECT count(*) AS held FROM ${table}`).first<number>("held")) ?? 0;
  return {
    whole: new Set(whole.results.map((row) => row.case_id)),
    cases: await count("cases"),
    entries: await count("entries"),
  };
}

async function measureLoad(organisation: Organisation): Promise<readonly Measurement[]> {
  const server = await startOrganisationServer(organisation);
  try {
    const reports = await makeSubmissions(server, organisation, REPORTS);
    const url = urlOf(server, "submitReport");
    const repeated = reports.filter((_, at) => at % TWICE === 0);
    const from = performance.now();
    await concurrently(
      CLIENTS,
      reports.map((report) => async () => {
        const times = repeated.includes(report) ? 2 : 1;
        await Promise.all(Array.from({ length: times }, () => postOk(url, report.body)));
      }),
    );
    const seconds = (performance.now() - from) / 1_000;
    const held = await heldBy(server, organisation.recipients.length);
    const detail = { clients: CLIENTS, reports: REPORTS, sentTwice: repeated.length };
    return [
      {
        name: "load.lost",
        value: reports.filter((report) => !held.whole.has(report.case)).length,
        unit: "reports",
        bound: atMost(0),
        detail,
      },
      {
        name: "load.doubled",
        value: Math.max(held.cases, held.entries) - REPORTS,
        unit: "reports",
        bound: atMost(0),
        detail,
      },
      {
        name: "load.reportsASecond",
        value: (REPORTS + repeated.length) / seconds,
        unit: "requests/s",
        bound: null,
        detail,
      },
    ];
  } finally {
    await server.close();
  }
}

export function loadMeasure(organisation: Organisation): Measure {
  return { name: "load", run: () => measureLoad(organisation) };
}
