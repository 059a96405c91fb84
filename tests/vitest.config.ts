/**
 * The suites: rules that need nothing but Node, and what is asked of the real Worker over HTTP.
 * Run with `vitest run --config tests/vitest.config.ts`.
 */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Each file's server, and its browser, are processes of their own beside it: two files keep two cores busy. */
const WORKERS_LEAST = 2;
/** Beyond that, memory and not cores is what there is too little of. */
const WORKERS_MOST = 4;

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    maxWorkers: Math.min(Math.max(WORKERS_LEAST, availableParallelism()), WORKERS_MOST),
    env: {
      // Nothing is fetched, measured or reported while testing.
      CLOUDFLARE_CF_FETCH_ENABLED: "false",
      WRANGLER_SEND_METRICS: "false",
      WRANGLER_SEND_ERROR_REPORTS: "false",
      WRANGLER_LOG: "error",
      X_LOCAL_OBSERVABILITY: "false",
    },
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          // All that needs no server: a folder nobody has named is run here, never skipped.
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/{routes,adversary,browser,journeys,privacy}/**"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["tests/routes/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/{adversary,browser,journeys,privacy}/**/*.test.ts"],
          globalSetup: "tests/support/site-setup.ts",
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
