/** The tables of who reporters are and of what it takes to open that, as schema.ts has the others. */
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const identityEnvelopes = sqliteTable(
  "identity_envelopes",
  {
    caseId: text("case_id").notNull(),
    seq: integer("seq").notNull(),
    header: text("header").notNull(),
    body: text("body").notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.seq] })],
);

export const identityShares = sqliteTable(
  "identity_shares",
  {
    caseId: text("case_id").notNull(),
    seq: integer("seq").notNull(),
    memberId: text("member_id").notNull(),
    shareKey: text("share_key").notNull(),
    share: text("share").notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.seq, table.memberId] })],
);

export const releases = sqliteTable("releases", {
  releaseId: text("release_id").primaryKey(),
  caseId: text("case_id").notNull(),
  envelopeSeq: integer("envelope_seq").notNull(),
  requester: text("requester").notNull(),
  askedDay: integer("asked_day").notNull(),
});

export const releaseRequests = sqliteTable(
  "release_requests",
  {
    memberId: text("member_id").notNull(),
    releaseId: text("release_id").notNull(),
    requestKey: text("request_key").notNull(),
    request: text("request").notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.releaseId] })],
);

export const releaseDecisions = sqliteTable(
  "release_decisions",
  {
    releaseId: text("release_id").notNull(),
    memberId: text("member_id").notNull(),
    statement: text("statement").notNull(),
    signature: text("signature").notNull(),
    shareKey: text("share_key"),
    share: text("share"),
  },
  (table) => [primaryKey({ columns: [table.releaseId, table.memberId] })],
);
