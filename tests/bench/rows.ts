/** Rows read and written as D1 counts them, the way the metered Worker hands them out. */
import * as z from "zod/mini";

export const ROWS_HEADER = "rows";

const Statements = z.array(z.strictObject({ sql: z.string(), read: z.int(), written: z.int() }));
export type StatementRows = z.infer<typeof Statements>[number];

export interface RequestRows {
  readonly read: number;
  readonly written: number;
  readonly statements: readonly StatementRows[];
}

/** @throws when the answer is not one of the metered Worker's. */
export function rowsOf(response: Response): RequestRows {
  const statements = Statements.parse(JSON.parse(response.headers.get(ROWS_HEADER) ?? ""));
  return {
    read: statements.reduce((sum, { read }) => sum + read, 0),
    written: statements.reduce((sum, { written }) => sum + written, 0),
    statements,
  };
}
