/** The tables of messages to members, as schema.ts has the others. */
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { NOTIFICATION_KINDS, NOTIFICATION_LANGUAGES } from "../contract/notifications.ts";

export const notificationSettings = sqliteTable("notification_settings", {
  memberId: text("member_id").primaryKey(),
  version: integer("version").notNull(),
  language: text("language", { enum: NOTIFICATION_LANGUAGES }).notNull(),
  daily: integer("daily", { mode: "boolean" }).notNull(),
  alerts: integer("alerts", { mode: "boolean" }).notNull(),
});

export const notificationDestinations = sqliteTable("notification_destinations", {
  destinationId: text("destination_id").primaryKey(),
  memberId: text("member_id").notNull(),
  destination: text("destination").notNull(),
  confirmed: integer("confirmed", { mode: "boolean" }).notNull(),
  tries: integer("tries").notNull(),
});

export const addressCodes = sqliteTable(
  "address_codes",
  {
    memberId: text("member_id").notNull(),
    day: integer("day").notNull(),
    codes: integer("codes").notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.day] })],
);

export const outbox = sqliteTable(
  "outbox",
  {
    destinationId: text("destination_id").notNull(),
    kind: text("kind", { enum: NOTIFICATION_KINDS }).notNull(),
    day: integer("day").notNull(),
    number: integer("number").notNull(),
    attempts: integer("attempts").notNull(),
    wait: integer("wait").notNull(),
    delivered: integer("delivered", { mode: "boolean" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.destinationId, table.kind, table.day, table.number] })],
);
