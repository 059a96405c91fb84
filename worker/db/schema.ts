/**
 * The tables as Drizzle sees them; `migrations/` is what creates them and STORAGE.md says why each column is
 * there. A test compares the three.
 * Invariant: what was sealed, hashed or signed stays base64url text as it came, never decoded, never rewritten.
 */
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { SLOT_KINDS } from "../contract/session.ts";
import { SECOND_FACTORS } from "../contract/second-factor.ts";

export { feedback, feedbackWraps } from "./feedback-schema.ts";
export {
  addressCodes,
  notificationDestinations,
  notificationSettings,
  outbox,
} from "./notification-schema.ts";
export { dueMarks, jobDays } from "./due-schema.ts";
export { deletions, purges } from "./deletion-schema.ts";
export {
  identityEnvelopes,
  identityShares,
  releaseDecisions,
  releaseRequests,
  releases,
} from "./identity-schema.ts";
export {
  recoveryDecisions,
  recoveryRequests,
  recoverySetUps,
  recoveryShares,
} from "./recovery-schema.ts";
export { savedViews } from "./saved-views-schema.ts";

const LANES = ["conversation", "internal"] as const;

export const members = sqliteTable("members", {
  memberId: text("member_id").primaryKey(),
  handle: text("handle").notNull().unique(),
  signInKey: text("sign_in_key").notNull(),
  salt: text("salt").notNull(),
  passes: integer("passes").notNull(),
  memoryKiB: integer("memory_kib").notNull(),
  keyring: text("keyring").notNull(),
  keyringVersion: integer("keyring_version").notNull(),
  revokedDay: integer("revoked_day"),
});

export const sessions = sqliteTable("sessions", {
  tokenHash: text("token_hash").primaryKey(),
  memberId: text("member_id").notNull(),
  createdDay: integer("created_day").notNull(),
  logged: integer("logged", { mode: "boolean" }).notNull(),
  secondFactor: text("second_factor", { enum: SECOND_FACTORS }).notNull(),
});

export const passkeys = sqliteTable("passkeys", {
  credentialId: text("credential_id").primaryKey(),
  memberId: text("member_id").notNull(),
  host: text("host").notNull(),
  publicKey: text("public_key").notNull(),
  counter: integer("counter").notNull(),
  addedDay: integer("added_day").notNull(),
  /** 1 where its browser said that it can derive secrets. */
  prf: integer("prf", { mode: "boolean" }).notNull(),
});

export const authenticators = sqliteTable("authenticators", {
  memberId: text("member_id").primaryKey(),
  secret: text("secret").notNull(),
  addedDay: integer("added_day").notNull(),
});

export const factorTries = sqliteTable(
  "factor_tries",
  {
    memberId: text("member_id").notNull(),
    day: integer("day").notNull(),
    tries: integer("tries").notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.day] })],
);

export const openedCases = sqliteTable(
  "opened_cases",
  {
    tokenHash: text("token_hash").notNull(),
    caseId: text("case_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.tokenHash, table.caseId] })],
);

export const auditLog = sqliteTable("audit_log", {
  seq: integer("seq").primaryKey(),
  statement: text("statement").notNull(),
  signature: text("signature").notNull(),
  entryHash: text("entry_hash").notNull(),
});

export const refusedActs = sqliteTable(
  "refused_acts",
  {
    day: integer("day").notNull(),
    memberId: text("member_id").notNull(),
    endpoint: text("endpoint").notNull(),
    code: text("code").notNull(),
    count: integer("count").notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.memberId, table.endpoint, table.code] })],
);

export const rosters = sqliteTable("rosters", {
  version: integer("version").primaryKey(),
  delegationStatement: text("delegation_statement").notNull(),
  delegationSignature: text("delegation_signature").notNull(),
  signer: text("signer").notNull(),
  statement: text("statement").notNull(),
  signature: text("signature").notNull(),
});

export const invitations = sqliteTable("invitations", {
  locatorHash: text("locator_hash").primaryKey(),
  memberId: text("member_id").notNull().unique(),
  invitedBy: text("invited_by").notNull(),
  handle: text("handle").notNull(),
  statement: text("statement").notNull(),
  signature: text("signature").notNull(),
  kept: text("kept").notNull(),
  expiresDay: integer("expires_day").notNull(),
  joinedDay: integer("joined_day"),
  memberKey: text("member_key"),
  signInKey: text("sign_in_key"),
  salt: text("salt"),
  passes: integer("passes"),
  memoryKiB: integer("memory_kib"),
  keyring: text("keyring"),
  packetStatement: text("packet_statement"),
  packetSignature: text("packet_signature"),
  mac: text("mac"),
});

export const packets = sqliteTable(
  "packets",
  {
    memberId: text("member_id").notNull(),
    epoch: integer("epoch").notNull(),
    statement: text("statement").notNull(),
    signature: text("signature").notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.epoch] })],
);

export const cases = sqliteTable("cases", {
  caseId: text("case_id").primaryKey(),
  submissionHash: text("submission_hash").notNull(),
  deskId: text("desk_id").notNull(),
  urgent: integer("urgent", { mode: "boolean" }).notNull(),
  receivedDay: integer("received_day").notNull(),
  acknowledgedDay: integer("acknowledged_day"),
  feedbackDay: integer("feedback_day"),
  closedDay: integer("closed_day"),
  withdrawnDay: integer("withdrawn_day"),
  purgeDay: integer("purge_day"),
  nextDueDay: integer("next_due_day"),
  conversationSeq: integer("conversation_seq").notNull(),
  conversationHead: text("conversation_head").notNull(),
  conversationEpoch: integer("conversation_epoch").notNull(),
  internalSeq: integer("internal_seq").notNull(),
  internalHead: text("internal_head").notNull(),
  internalEpoch: integer("internal_epoch").notNull(),
  cardLane: text("card_lane", { enum: LANES }).notNull(),
  cardEpoch: integer("card_epoch").notNull(),
  cardHeader: text("card_header").notNull(),
  cardBody: text("card_body").notNull(),
  caseworkDueDay: integer("casework_due_day"),
  feedbackExtendedDay: integer("feedback_extended_day"),
  reopenedDay: integer("reopened_day"),
  challengedDay: integer("challenged_day"),
  challengeDecidedDay: integer("challenge_decided_day"),
  holdReviewDay: integer("hold_review_day"),
  lateFeedbackDay: integer("late_feedback_day"),
});

export const reporters = sqliteTable("reporters", {
  locatorHash: text("locator_hash").primaryKey(),
  caseId: text("case_id").notNull(),
  signInKey: text("sign_in_key").notNull(),
  wrapKey: text("wrap_key").notNull(),
  wrap: text("wrap").notNull(),
});

export const reporterWraps = sqliteTable(
  "reporter_wraps",
  {
    caseId: text("case_id").notNull(),
    epoch: integer("epoch").notNull(),
    wrapKey: text("wrap_key").notNull(),
    wrap: text("wrap").notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.epoch] })],
);

export const entries = sqliteTable(
  "entries",
  {
    caseId: text("case_id").notNull(),
    lane: text("lane", { enum: LANES }).notNull(),
    seq: integer("seq").notNull(),
    entryHash: text("entry_hash").notNull(),
    header: text("header").notNull(),
    body: text("body").notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.lane, table.seq] })],
);

export const wraps = sqliteTable(
  "wraps",
  {
    memberId: text("member_id").notNull(),
    receivedDay: integer("received_day").notNull(),
    caseId: text("case_id").notNull(),
    lane: text("lane", { enum: LANES }).notNull(),
    epoch: integer("epoch").notNull(),
    wrapKey: text("wrap_key").notNull(),
    wrap: text("wrap").notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.memberId, table.receivedDay, table.caseId, table.lane, table.epoch],
    }),
  ],
);

export const spent = sqliteTable(
  "spent",
  {
    expiresDay: integer("expires_day").notNull(),
    challengeHash: text("challenge_hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.expiresDay, table.challengeHash] })],
);

export const retiredKeys = sqliteTable(
  "retired_keys",
  {
    memberId: text("member_id").notNull(),
    keyId: text("key_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.keyId] })],
);

export const keyringSlots = sqliteTable(
  "keyring_slots",
  {
    memberId: text("member_id").notNull(),
    kind: text("kind", { enum: SLOT_KINDS }).notNull(),
    slotId: text("slot_id").notNull(),
    publicKey: text("public_key").notNull(),
    sealed: text("sealed").notNull(),
    signInKey: text("sign_in_key"),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.kind, table.slotId] })],
);
