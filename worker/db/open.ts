/**
 * The database as the rest of `db/` uses it, and the two ways a statement may end that are not errors.
 * Invariant: everything that belongs together is one `batch`: written whole or not at all (D1 has no other
 * transaction), and no statement binds more than D1_BOUND_PARAMETERS values.
 */
import { drizzle, type DrizzleD1Database } from "drizzle-orm/d1";
import { D1_BOUND_PARAMETERS } from "../contract/limits.ts";

export type Database = DrizzleD1Database;

export function openDatabase(binding: D1Database): Database {
  return drizzle(binding);
}

/** Which rule of a table refused a write. */
export interface Violation {
  readonly rule: "unique" | "not-null" | "foreign-key";
  /** The table, where SQLite names it: never for a foreign key. */
  readonly table: string | null;
}

/** The rule a failed write ran into, or null when it failed for any other reason. */
export function violationOf(error: unknown): Violation | null {
  if (!(error instanceof Error)) return null;
  const named = /(UNIQUE|NOT NULL) constraint failed: (\w+)\./.exec(error.message);
  if (named !== null) {
    return { rule: named[1] === "UNIQUE" ? "unique" : "not-null", table: named[2] ?? null };
  }
  if (error.message.includes("FOREIGN KEY constraint failed")) {
    return { rule: "foreign-key", table: null };
  }
  return violationOf(error.cause);
}

/** Rows in groups that one statement can bind beside `others` values that are no rows. */
export function bindable<Row>(rows: readonly Row[], columns: number, others = 0): Row[][] {
  const size = Math.floor((D1_BOUND_PARAMETERS - others) / columns);
  const groups: Row[][] = [];
  for (let at = 0; at < rows.length; at += size) groups.push(rows.slice(at, at + size));
  return groups;
}
