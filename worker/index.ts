/**
 * The Worker: requests go to the app, crons to their jobs. It wires, and decides nothing.
 */
import type { Bindings } from "./env.ts";
import { createApp } from "./http/app.ts";
import { runJob } from "./jobs/index.ts";
import { service } from "./routes/index.ts";

const app = createApp(service);

export default {
  fetch: (request, bindings) => app.fetch(request, bindings),
  scheduled: (controller, bindings) => runJob(controller.cron, controller.scheduledTime, bindings),
} satisfies ExportedHandler<Bindings>;
