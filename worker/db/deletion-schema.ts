/** The tables of the job that deletes cases, as `schema.ts` has the others. */
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { DELETION_REASONS } from "../contract/retention.ts";

/** `begun`: nobody reads or writes it any more. `shredded`: nobody ever will. */
export const PURGE_STEPS = ["begun", "shredded"] as const;

export const purges = sqliteTable("purges", {
  caseId: text("case_id").primaryKey(),
  deskId: text("desk_id").notNull(),
  receivedDay: integer("received_day").notNull(),
  reason: text("reason", { enum: DELETION_REASONS }).notNull(),
  step: text("step", { enum: PURGE_STEPS }).notNull(),
  tries: integer("tries").notNull().default(0),
});

export const deletions = sqliteTable(
  "deletions",
  {
    deletedDay: integer("deleted_day").notNull(),
    caseId: text("case_id").notNull(),
    reason: text("reason", { enum: DELETION_REASONS }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.deletedDay, table.caseId] })],
);
