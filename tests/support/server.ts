/**
 * The real Worker, with its D1, its asset layer and its bindings, on a port of its own on this machine.
 * Start one a file and close it: starting takes about a second.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { D1Database, R2Bucket } from "@cloudflare/workers-types";
import { createTestHarness, unstable_readConfig } from "wrangler";
import {
  HASHED_ASSETS_PATH,
  IMMUTABLE,
  NO_STORE,
  SECURITY_HEADERS,
} from "../../worker/contract/headers.ts";

export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/** Any 32 bytes: the secret of every test server. */
export const TEST_SECRET = Buffer.alloc(32, 7).toString("base64url");

export interface ServerOptions {
  /** A built `web/dist`; without one, four small pages stand in for it. */
  readonly assets?: string;
  /** Another entry than the Worker's own. */
  readonly main?: string;
  /** Laid over the vars and secrets of a sound configuration. */
  readonly vars?: Readonly<Record<string, string>>;
  /** The host's mail service, simulated on this machine, for that sender; none unless a test is about that. */
  readonly mailFrom?: string;
  /** How many challenges a minute before the price goes up; generous unless a test is about that. */
  readonly fuse?: number;
  /** How many tries at one work name a minute before they cost work; generous like the other. */
  readonly handleFuse?: number;
}

export interface Server {
  /** Scheme, host and port it really answers at; what it believes is `ORIGIN`. */
  readonly url: string;
  readonly origin: string;
  /** The database itself, past the Worker. */
  readonly database: D1Database;
  /** The bucket of shred keys itself, past the Worker. */
  readonly shredKeys: R2Bucket;
  /** A plain HTTP request to a path; redirects are not followed. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly runCron: (cron: string, time: Date) => Promise<{ outcome: string }>;
  /** Everything the Worker has logged so far, as text. */
  readonly logs: () => string;
  readonly close: () => Promise<void>;
}

/** What wrangler.toml says, as far as a test server repeats it. */
export interface WorkerConfig {
  readonly name: string;
  readonly main: string;
  readonly compatibility_date: string;
  readonly compatibility_flags: string[];
  readonly vars: Record<string, string>;
  readonly d1_databases: { binding: string; migrations_dir: string }[];
  readonly r2_buckets: { binding: string; bucket_name: string }[];
  readonly ratelimits: {
    name: string;
    namespace_id: string;
    simple: { limit: number; period: 10 | 60 };
  }[];
  readonly assets: { directory: string; binding: string };
  readonly triggers: { crons: string[] };
  readonly observability: { enabled: boolean };
}

export function readWorkerConfig(): WorkerConfig {
  return unstable_readConfig({ config: join(PROJECT, "wrangler.toml") }, { hideWarnings: true });
}

export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const config = readWorkerConfig();
  const folder = mkdtempSync(join(tmpdir(), "tern-pages-"));
  const vars: Record<string, string> = {
    ...config.vars,
    SERVER_SECRET: TEST_SECRET,
    ...options.vars,
  };
  const harness = createTestHarness({
    root: PROJECT,
    workers: [
      {
        config: {
          name: config.name,
          main: options.main ?? config.main,
          compatibility_date: config.compatibility_date,
          compatibility_flags: config.compatibility_flags,
          vars,
          d1_databases: config.d1_databases,
          r2_buckets: config.r2_buckets,
          ...(options.mailFrom !== undefined && {
            send_email: [{ name: "EMAIL", allowed_sender_addresses: [options.mailFrom] }],
          }),
          ratelimits: config.ratelimits.map((limit) => ({
            ...limit,
            simple: {
              ...limit.simple,
              limit:
                (limit.name === "HANDLE_FUSE" ? options.handleFuse : options.fuse) ?? 1_000_000,
            },
          })),
          assets: { ...config.assets, directory: options.assets ?? standInPages(folder) },
          triggers: config.triggers,
          observability: config.observability,
          send_metrics: false,
        },
      },
    ],
  });
  const { url } = await harness.listen();
  const worker = harness.getWorker<{ DB: D1Database; SHRED_KEYS: R2Bucket }>();
  await worker.applyD1Migrations("DB");
  const { DB: database, SHRED_KEYS: shredKeys } = await worker.getEnv();
  return {
    url: url.origin,
    origin: vars["ORIGIN"] ?? "",
    database,
    shredKeys,
    fetch: (path, init) => fetch(url.origin + path, { redirect: "manual", ...init }),
    runCron: (cron, time) => worker.scheduled({ cron, scheduledTime: time }),
    logs: () => JSON.stringify(harness.getLogs()),
    close: async () => {
      await harness.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Pages as the build lays them out, `_headers` included. */
function standInPages(folder: string): string {
  const headers = Object.entries(SECURITY_HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  const rules = [
    "/*",
    ...headers,
    `  Cache-Control: ${NO_STORE}`,
    `${HASHED_ASSETS_PATH}*`,
    "  ! Cache-Control",
    `  Cache-Control: ${IMMUTABLE}`,
  ];
  mkdirSync(join(folder, HASHED_ASSETS_PATH), { recursive: true });
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>report</title>");
  writeFileSync(join(folder, "desk.html"), "<!doctype html><title>desk</title>");
  writeFileSync(join(folder, "404.html"), "<!doctype html><title>not found</title>");
  writeFileSync(join(folder, HASHED_ASSETS_PATH, "report-1a2b3c4d.js"), "export {};\n");
  writeFileSync(join(folder, "_headers"), `${rules.join("\n")}\n`);
  return folder;
}
