/** The real Worker on a later day: POST /later?days=N puts its clock N days ahead. Nothing else of it is changed. */
import type { ScheduledController } from "@cloudflare/workers-types";
import type { Bindings } from "../../worker/env.ts";
import worker from "../../worker/index.ts";

const MILLISECONDS_A_DAY = 86_400_000;

let daysAhead = 0;
const now = Date.now.bind(Date);
Date.now = () => now() + daysAhead * MILLISECONDS_A_DAY;

export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== "/later") return worker.fetch(request, bindings);
    daysAhead = Number(searchParams.get("days"));
    return Response.json({ daysAhead });
  },
  scheduled: async (controller: ScheduledController, bindings: Bindings) =>
    worker.scheduled(controller, bindings),
};
