/**
 * Cron string -> job. A test holds this table against the crons of wrangler.toml.
 */
import { dayOf } from "../domain/clocks.ts";
import type { Bindings } from "../env.ts";
import { sendNotifications } from "./notifications.ts";
import { purge } from "./purge.ts";
import { markDue } from "./due.ts";
import { sweep } from "./sweep.ts";

/** `today` is the day the job was due, in days since 1970-01-01, UTC; `scheduledTime` the same in milliseconds. */
export type Job = (bindings: Bindings, today: number, scheduledTime: number) => Promise<void>;

export const JOBS: ReadonlyMap<string, Job> = new Map([
  ["17 3 * * *", sweep],
  ["37 3 * * *", markDue],
  ["* * * * *", sendNotifications],
  ["47 * * * *", purge],
]);

/** @throws Error for a cron nobody wrote a job for: it would otherwise be missed in silence */
export async function runJob(
  cron: string,
  scheduledTime: number,
  bindings: Bindings,
): Promise<void> {
  const job = JOBS.get(cron);
  if (job === undefined) throw new Error("no job for this cron");
  await job(bindings, dayOf(scheduledTime), scheduledTime);
}
