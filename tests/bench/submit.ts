/**
 * Intake: what a report writes (`submit.rowsWritten`), and how many reports the real Worker takes for each one
 * that a bare route takes (`submit.throughputOverBaseline`).
 */
import type { Server } from "../support/server.ts";
import { startBareBaseline, startBaselineInPlace } from "./baseline.ts";
import { concurrently, post, postOk } from "./client.ts";
import { atLeast, atMost, type Measure, type Measurement } from "./measure.ts";
import { startOrganisationServer, urlOf } from "./organisation-server.ts";
import type { Organisation } from "./organisation.ts";
import { rowsOf, type RequestRows } from "./rows.ts";
import { makeSubmissions, type Submission } from "./submissions.ts";
import { comparisonOf } from "./timing.ts";

/** A case, its reporter, its first entry, its spent challenge. */
const ROWS_BESIDES_WRAPS_MAX = 4;
const OVER_BASELINE_MIN = 0.4;

export const CLIENTS = 8;
const BLOCK = 16;
const WARM_UPS = 3;
const ROUNDS = 24;

async function postMetered(server: Server, { body }: Submission): Promise<RequestRows> {
  const response = await post(urlOf(server, "submitReport"), body);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`bench: a report was refused: ${text}`);
  return rowsOf(response);
}

async function measureRows(organisation: Organisation): Promise<Measurement> {
  const server = await startOrganisationServer(organisation, "tests/bench/metered-worker.ts");
  try {
    const [submission] = await makeSubmissions(server, organisation, 1);
    if (submission === undefined) throw new Error("bench: nothing to submit");
    const first = await postMetered(server, submission);
    const again = await postMetered(server, submission);
    const recipients = organisation.recipients.length;
    return {
      name: "submit.rowsWritten",
      value: first.written,
      unit: "rows",
      bound: atMost(ROWS_BESIDES_WRAPS_MAX + recipients),
      detail: {
        method:
          "D1's meta.rows_written of every statement of one POST, read by tests/bench/metered-worker.ts",
        recipients,
        rowsRead: first.read,
        statements: first.statements,
        writtenBySendingItAgain: again.written,
      },
    };
  } finally {
    await server.close();
  }
}

interface Way {
  readonly url: string;
  /** Milliseconds a round. */
  readonly took: number[];
}

/** Milliseconds until the last of them was answered. */
async function millisecondsToTake(url: string, block: readonly Submission[]): Promise<number> {
  const from = performance.now();
  await concurrently(
    CLIENTS,
    block.map(({ body }) => async () => {
      await postOk(url, body);
    }),
  );
  return performance.now() - from;
}

async function measureThroughput(organisation: Organisation): Promise<readonly Measurement[]> {
  const server = await startOrganisationServer(organisation);
  const bare = await startBareBaseline();
  const inPlace = await startBaselineInPlace();
  const worker: Way = { url: urlOf(server, "submitReport"), took: [] };
  const bareRoute: Way = { url: bare.url, took: [] };
  const routeInPlace: Way = { url: inPlace.url, took: [] };
  // Each is first, second and third equally often.
  const turns = [
    [worker, bareRoute, routeInPlace],
    [bareRoute, routeInPlace, worker],
    [routeInPlace, worker, bareRoute],
  ] as const;
  try {
    const all = await makeSubmissions(server, organisation, BLOCK * (WARM_UPS + ROUNDS));
    for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
      const block = all.slice(round * BLOCK, (round + 1) * BLOCK);
      for (const { url, took } of turns[round % turns.length] ?? []) {
        const milliseconds = await millisecondsToTake(url, block);
        if (round >= WARM_UPS) took.push(milliseconds);
      }
    }
    const bodyBytes = Buffer.byteLength(all[0]?.body ?? "");
    const how = { clients: CLIENTS, reportsARound: BLOCK, bodyBytes };
    return [
      {
        name: "submit.throughputOverBaseline",
        bound: atLeast(OVER_BASELINE_MIN),
        ...throughput(worker, bareRoute, {
          baseline: "a Worker with one Hono route and D1, nothing in front of it",
          ...how,
        }),
      },
      {
        name: "submit.throughputOverBaselineInPlace",
        bound: null,
        ...throughput(worker, routeInPlace, {
          baseline: "the same route behind the same asset layer as the real Worker",
          ...how,
        }),
      },
    ];
  } finally {
    await server.close();
    await bare.close();
    await inPlace.close();
  }
}

/** The Worker's reports a second over the baseline's: its time under the baseline's. */
function throughput(
  worker: Way,
  baseline: Way,
  how: Readonly<Record<string, unknown>>,
): Omit<Measurement, "name" | "bound"> {
  const compared = comparisonOf(baseline.took, worker.took);
  const perSecond = (milliseconds: number): number => (BLOCK / milliseconds) * 1_000;
  return {
    value: compared.ratio,
    unit: "times",
    spread: compared.spread,
    detail: {
      ...how,
      reportsASecond: perSecond(compared.rightMilliseconds.median),
      baselineReportsASecond: perSecond(compared.leftMilliseconds.median),
    },
  };
}

export function submitMeasure(organisation: Organisation): Measure {
  return {
    name: "submit",
    run: async () => [await measureRows(organisation), ...(await measureThroughput(organisation))],
  };
}
