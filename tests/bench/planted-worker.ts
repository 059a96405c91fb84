/**
 * The real Worker with a leak: a request that carries the header waits for one small D1 query first, as a
 * sign-in would that looks something up only for codes it knows. The statistics have to see it.
 */
import type { D1Database } from "@cloudflare/workers-types";
import type { Bindings } from "../../worker/env.ts";
import worker from "../../worker/index.ts";
import { PLANTED_HEADER } from "./planted.ts";

export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    if (request.headers.has(PLANTED_HEADER)) {
      const database: D1Database = bindings.DB;
      await database.prepare("SELECT version FROM rosters LIMIT 1").run();
    }
    return await worker.fetch(request, bindings);
  },
};
