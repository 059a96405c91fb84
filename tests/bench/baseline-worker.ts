/**
 * What intake is held against: the least a Hono route on D1 can do with the same body. It reads the JSON and
 * writes one row; no schema, no proof of work, no signature, no headers, no batch.
 */
import type { D1Database } from "@cloudflare/workers-types";
import { Hono } from "hono";

const app = new Hono<{ Bindings: { readonly DB: D1Database } }>();

app.post("/report", async (c) => {
  const { case: caseId } = await c.req.json<{ case: string }>();
  await c.env.DB.prepare("INSERT INTO received (case_id) VALUES (?)").bind(caseId).run();
  return c.json({ ok: true });
});

export default { fetch: app.fetch };
