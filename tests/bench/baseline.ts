/** The baseline Worker with nothing around it but a D1 of its own, on a port of its own. */
import type { D1Database } from "@cloudflare/workers-types";
import { createTestHarness } from "wrangler";
import { PROJECT, startServer } from "../support/server.ts";

const BASELINE_MAIN = "tests/bench/baseline-worker.ts";
const BASELINE_PATH = "/report";

const COMPATIBILITY_DATE = "2026-11-01";
const CREATE_TABLE =
  "CREATE TABLE received (case_id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID";

export interface Baseline {
  /** Where it takes a report. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** No asset layer in front: every request goes straight to the route. */
export async function startBareBaseline(): Promise<Baseline> {
  const harness = createTestHarness({
    root: PROJECT,
    workers: [
      {
        config: {
          name: "baseline",
          main: BASELINE_MAIN,
          compatibility_date: COMPATIBILITY_DATE,
          d1_databases: [
            {
              binding: "DB",
              database_name: "baseline",
              database_id: "00000000-0000-0000-0000-000000000001",
            },
          ],
          observability: { enabled: false },
          send_metrics: false,
        },
      },
    ],
  });
  const { url } = await harness.listen();
  const { DB } = await harness.getWorker<{ DB: D1Database }>().getEnv();
  await DB.prepare(CREATE_TABLE).run();
  return { url: url.origin + BASELINE_PATH, close: () => harness.close() };
}

/** The same route in the real Worker's place: its asset layer, its bindings, its database. */
export async function startBaselineInPlace(): Promise<Baseline> {
  const server = await startServer({ main: BASELINE_MAIN });
  await server.database.prepare(CREATE_TABLE).run();
  return { url: server.url + BASELINE_PATH, close: () => server.close() };
}
