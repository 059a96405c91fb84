/** The tables of feedback, as schema.ts has the others. Nothing in them leads to a case. */
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const feedback = sqliteTable("feedback", {
  feedbackId: text("feedback_id").primaryKey(),
  receivedMonth: integer("received_month").notNull(),
  header: text("header").notNull(),
  body: text("body").notNull(),
});

export const feedbackWraps = sqliteTable(
  "feedback_wraps",
  {
    memberId: text("member_id").notNull(),
    feedbackId: text("feedback_id").notNull(),
    wrapKey: text("wrap_key").notNull(),
    wrap: text("wrap").notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.feedbackId] })],
);
