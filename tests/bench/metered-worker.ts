/**
 * The real Worker with its D1 binding watched: every answer carries, in one header, what each statement read
 * and wrote according to D1 itself.
 */
import type { Bindings } from "../../worker/env.ts";
import worker from "../../worker/index.ts";
import { Meter, watchDatabase } from "./meter.ts";
import { ROWS_HEADER } from "./rows.ts";

export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    const meter = new Meter();
    const DB = watchDatabase(bindings.DB, meter);
    const answer = await worker.fetch(request, { ...bindings, DB });
    const response = new Response(answer.body, answer);
    response.headers.set(ROWS_HEADER, JSON.stringify(meter.rows));
    return response;
  },
};
