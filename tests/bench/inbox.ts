/**
 * The inbox's first page: what it reads (`inbox.rowsRead`) and how long it takes (`inbox.timeGrowth`) as the
 * number of stored cases grows a hundredfold, all of them the asking member's.
 */
import type { Server } from "../support/server.ts";
import { endpoints } from "../../worker/contract/endpoints.ts";
import { INBOX_PAGE_CASES } from "../../worker/contract/limits.ts";
import { post, postOk } from "./client.ts";
import { atMost, type Measure, type Measurement } from "./measure.ts";
import { signInMember, startOrganisationServer, urlOf } from "./organisation-server.ts";
import type { Organisation } from "./organisation.ts";
import { rowsOf, type RequestRows } from "./rows.ts";
import { growTo } from "./stored-cases.ts";
import { compare } from "./timing.ts";

const ROWS_READ_MAX = 250;
const TIME_GROWTH_MAX = 1.5;
const SIZES = [100, 1_000, 10_000] as const;
const FEW = 100;
const MANY = 10_000;
const ROUNDS = { warmUps: 40, rounds: 300 } as const;

const FIRST_PAGE = JSON.stringify({ after: null });

function requireFullPage(text: string): void {
  const { cases } = endpoints.inbox.output.parse(JSON.parse(text));
  if (cases.length !== INBOX_PAGE_CASES) throw new Error(`bench: a page of ${cases.length} cases`);
}

async function readMetered(server: Server, token: string): Promise<RequestRows> {
  const response = await post(urlOf(server, "inbox"), FIRST_PAGE, token);
  requireFullPage(await response.text());
  return rowsOf(response);
}

async function measureRows(organisation: Organisation): Promise<Measurement> {
  const server = await startOrganisationServer(organisation, "tests/bench/metered-worker.ts");
  try {
    const token = await signInMember(server, organisation);
    const read: { stored: number; rows: number; statements: RequestRows["statements"] }[] = [];
    let held = 0;
    for (const stored of SIZES) {
      await growTo(server.database, organisation, held, stored);
      held = stored;
      const { read: rows, statements } = await readMetered(server, token);
      read.push({ stored, rows, statements });
    }
    const counts = read.map(({ rows }) => rows);
    return {
      name: "inbox.rowsRead",
      value: Math.max(...counts),
      unit: "rows",
      bound: atMost(ROWS_READ_MAX),
      detail: {
        method:
          "D1's meta.rows_read of every statement of one POST, read by tests/bench/metered-worker.ts",
        mostOverLeast: Math.max(...counts) / Math.min(...counts),
        bySize: read,
      },
    };
  } finally {
    await server.close();
  }
}

interface Inbox {
  readonly server: Server;
  readonly read: () => Promise<string>;
}

async function startInbox(organisation: Organisation, stored: number): Promise<Inbox> {
  const server = await startOrganisationServer(organisation);
  await growTo(server.database, organisation, 0, stored);
  const token = await signInMember(server, organisation);
  const read = (): Promise<string> => postOk(urlOf(server, "inbox"), FIRST_PAGE, token);
  requireFullPage(await read());
  return { server, read };
}

async function measureTime(organisation: Organisation): Promise<Measurement> {
  const many = await startInbox(organisation, MANY);
  const few = await startInbox(organisation, FEW);
  try {
    const { ratio, spread, leftMilliseconds, rightMilliseconds } = await compare(
      async () => {
        await many.read();
      },
      async () => {
        await few.read();
      },
      ROUNDS,
    );
    return {
      name: "inbox.timeGrowth",
      value: ratio,
      unit: "times",
      bound: atMost(TIME_GROWTH_MAX),
      spread,
      detail: {
        milliseconds: { [`${MANY} cases`]: leftMilliseconds, [`${FEW} cases`]: rightMilliseconds },
      },
    };
  } finally {
    await many.server.close();
    await few.server.close();
  }
}

export function inboxMeasure(organisation: Organisation): Measure {
  return {
    name: "inbox",
    run: async () => [await measureRows(organisation), await measureTime(organisation)],
  };
}
