/** A D1 database watched: what each statement reads and writes, by D1's own count. Nothing is passed on changed. */
import type { D1Database, D1Meta, D1PreparedStatement } from "@cloudflare/workers-types";
import type { StatementRows } from "./rows.ts";

export class Meter {
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

export function watchDatabase(inner: D1Database, meter: Meter): D1Database {
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
