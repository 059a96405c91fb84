/**
 * The real Worker on a network of the test's: what it sends to whatever host goes to the receiver at RECEIVER, with the
 * host it asked for in a header, and what it mails goes there too. Nothing of the Worker is replaced: it asks for
 * public HTTPS addresses as ever.
 *
 * It can also be stopped: POST /stop names after how many steps, a step being a statement to D1 or something sent, and
 * whether the last of them still took effect. Everything after that fails, as in an isolate that has ended.
 */
import type {
  D1Database,
  D1PreparedStatement,
  ScheduledController,
  SendEmail,
} from "@cloudflare/workers-types";
import type { Bindings } from "../../worker/env.ts";
import worker from "../../worker/index.ts";

type Watched = Bindings & { readonly RECEIVER: string };

/** Null: goes on for ever. */
let left: { steps: number; readonly last: "done" | "undone" } | null = null;
let taken = 0;

class Stopped extends Error {}

async function step<Result>(work: () => Promise<Result>): Promise<Result> {
  taken += 1;
  if (left === null) return work();
  left.steps -= 1;
  if (left.steps > 0) return work();
  if (left.steps === 0 && left.last === "done") await work();
  throw new Stopped("stopped");
}

const inners = new WeakMap<D1PreparedStatement, D1PreparedStatement>();

function watchStatement(inner: D1PreparedStatement): D1PreparedStatement {
  const outer: D1PreparedStatement = Object.create(inner, {
    bind: { value: (...values: unknown[]) => watchStatement(inner.bind(...values)) },
    run: { value: async () => step(async () => inner.run()) },
    all: { value: async () => step(async () => inner.all()) },
    raw: { value: async () => step(async () => inner.raw()) },
  });
  inners.set(outer, inner);
  return outer;
}

function watchDatabase(inner: D1Database): D1Database {
  return Object.create(inner, {
    prepare: { value: (sql: string) => watchStatement(inner.prepare(sql)) },
    batch: {
      value: async (statements: readonly D1PreparedStatement[]) =>
        step(async () => inner.batch(statements.map((one) => inners.get(one) ?? one))),
    },
  });
}

const realFetch = globalThis.fetch;
let receiver = "";

/** Every host is the receiver. */
globalThis.fetch = async (asked, init) => {
  const url = new URL(asked instanceof Request ? asked.url : asked);
  const headers = new Headers(init?.headers);
  headers.set("x-asked-for", url.host);
  return step(async () => realFetch(receiver + url.pathname, { ...init, headers }));
};

const HANGING = "@hangs.example";

const mail: SendEmail = {
  send: async (message: unknown) => {
    // A mail service that takes a message and never answers.
    if (JSON.stringify(message).includes(HANGING)) return new Promise(() => {});
    const body = JSON.stringify(message);
    const answer = await step(async () =>
      realFetch(`${receiver}/mail`, { method: "POST", body, headers: { "x-asked-for": "mail" } }),
    );
    if (!answer.ok) throw new Error("mail: refused");
    return { messageId: "the service's own" };
  },
};

function watched(bindings: Watched): Bindings {
  receiver = bindings.RECEIVER;
  return { ...bindings, DB: watchDatabase(bindings.DB), EMAIL: mail };
}

export default {
  async fetch(request: Request, bindings: Watched): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/stop") {
      const steps = searchParams.get("after");
      const last = searchParams.get("last") === "done" ? "done" : "undone";
      left = steps === null ? null : { steps: Number(steps), last };
      const answer = Response.json({ taken });
      taken = 0;
      return answer;
    }
    return worker.fetch(request, watched(bindings));
  },
  scheduled: async (controller: ScheduledController, bindings: Watched) =>
    worker.scheduled(controller, watched(bindings)),
};
