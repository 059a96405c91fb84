/** The tables of the daily job, as schema.ts has the others. */
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { DUE_STEPS } from "../contract/due.ts";

export const dueMarks = sqliteTable(
  "due_marks",
  {
    caseId: text("case_id").notNull(),
    dueDay: integer("due_day").notNull(),
    step: text("step", { enum: DUE_STEPS }).notNull(),
    markedDay: integer("marked_day").notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.dueDay, table.step] })],
);

export const jobDays = sqliteTable("job_days", {
  job: text("job").primaryKey(),
  day: integer("day").notNull(),
});
