/** How the troubled Worker is told what is to go wrong with its next job. */
import * as z from "zod/mini";
import type { Server } from "./server.ts";

export const TROUBLE_PATH = "/trouble";
export const TROUBLED_WORKER = "tests/support/troubled-worker.ts";

export const Trouble = z.strictObject({
  /** Before the first thing a job asks: 1. Null where it runs to its end. After one thing is before the next. */
  breaksAt: z.nullable(z.int()),
  /** A minute and more passes for the Worker. */
  forgets: z.boolean(),
});
export type Trouble = z.infer<typeof Trouble>;

/** Answers how many things were asked since the last time. */
export async function troubles(server: Server, trouble: Trouble): Promise<number> {
  const response = await server.fetch(TROUBLE_PATH, {
    method: "POST",
    body: JSON.stringify(trouble),
  });
  return z.parse(z.object({ asked: z.int() }), await response.json()).asked;
}

/** The Worker remembers nothing any more that it would have remembered for a minute. */
export async function forgets(server: Server): Promise<void> {
  await troubles(server, { breaksAt: null, forgets: true });
}
