/**
 * The real Worker with its D1 binding watched: every answer carries, in one header, what each statement read
 * and wrote according to D1 itself. Nothing is passed on changed.
 */
import type { D1Database, D1Meta, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Bindings } from "../../worker/env.ts";
import worker from "../../worker/index.ts";
import { ROWS_HEADER, type StatementRows } from "./rows.ts";

class Meter {
  readonly rows: StatementRows[] = [];

  note(sql: string, meta: D1Meta): void {
    const { rows_read: read, rows_written: written } = meta;
    this.rows.push({ sql: sql.slice(0, 40), read, written });
  }
}

/** The statement behind each watched one, and its text: `batch` needs both. */
const watched = new WeakMap<D1PreparedStatement, { inner: D1PreparedStatement; sql: string }>();

function watchStatement(
  inner: D1PreparedStatement,
  sql: string,
  meter: Meter,
): D1PreparedStatement {
  const outer: D1PreparedStatement = Object.create(inner, {
    bind: { value: (...values: unknown[]) => watchStatement(inner.bind(...values), sql, meter) },
    run: { value: async () => noted(await inner.run()) },
    all: { value: async () => noted(await inner.all()) },
    // D1 gives bare rows no meta, so a query that asks for them is run once more for it. Only reading may be.
    raw: {
      value: async () => {
        if (!/^select\b/iu.test(sql)) throw new Error(`metered: not a query: ${sql}`);
        noted(await inner.all());
        return await inner.raw();
      },
    },
    first: {
      value: () => {
        throw new Error("metered: the Worker was not known to use first()");
      },
    },
  });
  function noted<Result extends { readonly meta: D1Meta }>(result: Result): Result {
    meter.note(sql, result.meta);
    return result;
  }
  watched.set(outer, { inner, sql });
  return outer;
}

function watchDatabase(inner: D1Database, meter: Meter): D1Database {
  return Object.create(inner, {
    prepare: { value: (sql: string) => watchStatement(inner.prepare(sql), sql, meter) },
    batch: {
      value: async (statements: readonly D1PreparedStatement[]) => {
        const known = statements.map((statement) => {
          const found = watched.get(statement);
          if (found === undefined) throw new Error("metered: a statement from elsewhere");
          return found;
        });
        const results = await inner.batch(known.map((statement) => statement.inner));
        for (const [at, { sql }] of known.entries()) {
          const result = results[at];
          if (result !== undefined) meter.note(sql, result.meta);
        }
        return results;
      },
    },
  });
}

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
