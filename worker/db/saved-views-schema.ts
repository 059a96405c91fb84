/** The table of members' saved views, as schema.ts has the others. */
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const savedViews = sqliteTable("saved_views", {
  memberId: text("member_id").primaryKey(),
  version: integer("version").notNull(),
  sealed: text("sealed").notNull(),
});
