/**
 * The real Worker, which can be told to forget what an isolate remembers for a minute, and whose jobs can be made to
 * break off: before any one thing they ask of the database or the bucket. Nothing is passed on changed.
 */
import type { D1Database, R2Bucket, ScheduledController } from "@cloudflare/workers-types";
import type { Bindings } from "../../worker/env.ts";
import worker from "../../worker/index.ts";
import { Trouble, TROUBLE_PATH } from "./trouble.ts";

const MINUTE_AND_MORE_MS = 61_000;

let apart = 0;
const now = Date.now.bind(Date);
Date.now = () => now() + apart;

let trouble: Trouble = { breaksAt: null, forgets: false };
let asked = 0;

/** Counts what is asked, and breaks off at the one that was named and at every one after it. */
async function counted<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  asked += 1;
  const { breaksAt } = trouble;
  if (breaksAt === null || asked < breaksAt) return ask();
  throw new Error("troubled: broken off");
}

const ASKING: readonly PropertyKey[] = [
  "run",
  "all",
  "first",
  "raw",
  "batch",
  "get",
  "put",
  "delete",
];

/** Whatever asks something is counted; statements that are prepared or bound are watched like what made them. */
function watched<Binding extends object>(binding: Binding): Binding {
  return new Proxy(binding, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== "function") return value;
      return (...values: unknown[]): unknown => {
        const given = key === "batch" ? [unwatched(values[0])] : values;
        const call = (): unknown => Reflect.apply(value, target, given);
        if (ASKING.includes(key)) return counted(async () => call());
        const made: unknown = call();
        if (typeof made !== "object" || made === null) return made;
        const outer = watched(made);
        inner.set(outer, made);
        return outer;
      };
    },
  });
}

/** The statement behind each watched one: `batch` takes no other. */
const inner = new WeakMap<object, object>();

function unwatched(statements: unknown): unknown {
  return Array.isArray(statements)
    ? statements.map((one: object) => inner.get(one) ?? one)
    : statements;
}

export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    if (new URL(request.url).pathname !== TROUBLE_PATH) return worker.fetch(request, bindings);
    trouble = Trouble.parse(await request.json());
    if (trouble.forgets) apart += MINUTE_AND_MORE_MS;
    const before = asked;
    asked = 0;
    return Response.json({ asked: before });
  },
  async scheduled(controller: ScheduledController, bindings: Bindings): Promise<void> {
    const DB: D1Database = watched(bindings.DB);
    const SHRED_KEYS: R2Bucket = watched(bindings.SHRED_KEYS);
    await worker.scheduled(controller, { ...bindings, DB, SHRED_KEYS });
  },
};
