/** The tables of recovery by colleagues, as schema.ts has the others. */
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const recoverySetUps = sqliteTable("recovery_set_ups", {
  owner: text("owner").primaryKey(),
  setUpId: text("set_up_id").notNull(),
  threshold: integer("threshold").notNull(),
  statement: text("statement").notNull(),
  signature: text("signature").notNull(),
});

export const recoveryShares = sqliteTable(
  "recovery_shares",
  {
    memberId: text("member_id").notNull(),
    owner: text("owner").notNull(),
    shareKey: text("share_key").notNull(),
    share: text("share").notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.owner] })],
);

export const recoveryRequests = sqliteTable("recovery_requests", {
  owner: text("owner").primaryKey(),
  sealKey: text("seal_key").notNull(),
  signInKey: text("sign_in_key").notNull(),
  askedDay: integer("asked_day").notNull(),
});

export const recoveryDecisions = sqliteTable(
  "recovery_decisions",
  {
    owner: text("owner").notNull(),
    signInKey: text("sign_in_key").notNull(),
    memberId: text("member_id").notNull(),
    statement: text("statement").notNull(),
    signature: text("signature").notNull(),
    share: text("share"),
  },
  (table) => [primaryKey({ columns: [table.owner, table.signInKey, table.memberId] })],
);
