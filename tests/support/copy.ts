/** A copy of a database, as its host's own history has it: taken, held against another, and put back. */
import type { D1Database } from "@cloudflare/workers-types";
import * as z from "zod/mini";

const Cell = z.nullable(z.union([z.string(), z.number()]));
const Row = z.record(z.string(), Cell);
export type Row = z.infer<typeof Row>;

/** Every row of every table, by table. */
export type Copy = ReadonlyMap<string, readonly Row[]>;

const TABLES = `SELECT name FROM sqlite_schema WHERE type = 'table'
  AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'd1%' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name`;

export async function takeCopy(database: D1Database): Promise<Copy> {
  const { results } = await database.prepare(TABLES).all<{ name: string }>();
  const copy = new Map<string, readonly Row[]>();
  for (const { name } of results) {
    const rows = await database.prepare(`SELECT * FROM "${name}"`).all();
    copy.set(name, z.parse(z.array(Row), rows.results));
  }
  return copy;
}

/** Puts back what is missing of it; what came since stays. */
export async function putBack(database: D1Database, copy: Copy): Promise<void> {
  const order = [...copy.keys()].toSorted(
    (one, other) => Number(other === "cases") - Number(one === "cases"),
  );
  for (const table of order) {
    for (const row of copy.get(table) ?? []) {
      const columns = Object.keys(row);
      const marks = columns.map(() => "?").join(", ");
      await database
        .prepare(`INSERT OR IGNORE INTO "${table}" (${columns.join(", ")}) VALUES (${marks})`)
        .bind(...Object.values(row))
        .run();
    }
  }
}

/** The rows in which that text stands, by table. */
export function rowsNaming(copy: Copy, text: string): ReadonlyMap<string, readonly Row[]> {
  const found = [...copy].map(
    ([table, rows]) => [table, rows.filter((row) => Object.values(row).includes(text))] as const,
  );
  return new Map(found.filter(([, rows]) => rows.length > 0));
}
