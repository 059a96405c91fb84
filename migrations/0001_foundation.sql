-- Cases, their journals, their people and the organisation's signed statements.
-- Everything sealed, hashed or signed is base64url text, exactly as it came; days are days since 1970-01-01, UTC.
-- WITHOUT ROWID: the primary key is the table, so a row costs one write and an inbox is one range scan.
-- Nothing cascades: what is to be deleted is named by the statement that deletes it.

CREATE TABLE members (
  member_id TEXT NOT NULL PRIMARY KEY,
  handle TEXT NOT NULL UNIQUE,
  sign_in_key TEXT NOT NULL,
  salt TEXT NOT NULL,
  passes INTEGER NOT NULL,
  memory_kib INTEGER NOT NULL,
  keyring TEXT NOT NULL,
  keyring_version INTEGER NOT NULL,
  revoked_day INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  token_hash TEXT NOT NULL PRIMARY KEY,
  member_id TEXT NOT NULL,
  created_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rosters (
  version INTEGER NOT NULL PRIMARY KEY,
  delegation_statement TEXT NOT NULL,
  delegation_signature TEXT NOT NULL,
  signer TEXT NOT NULL,
  statement TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT;

CREATE TABLE packets (
  member_id TEXT NOT NULL REFERENCES members (member_id),
  epoch INTEGER NOT NULL,
  statement TEXT NOT NULL,
  signature TEXT NOT NULL,
  PRIMARY KEY (member_id, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
  case_id TEXT NOT NULL PRIMARY KEY,
  submission_hash TEXT NOT NULL,
  desk_id TEXT NOT NULL,
  urgent INTEGER NOT NULL,
  received_day INTEGER NOT NULL,
  acknowledged_day INTEGER,
  feedback_day INTEGER,
  closed_day INTEGER,
  withdrawn_day INTEGER,
  purge_day INTEGER,
  next_due_day INTEGER,
  conversation_seq INTEGER NOT NULL,
  conversation_head TEXT NOT NULL,
  conversation_epoch INTEGER NOT NULL,
  internal_seq INTEGER NOT NULL,
  internal_head TEXT NOT NULL,
  internal_epoch INTEGER NOT NULL,
  card_lane TEXT NOT NULL,
  card_epoch INTEGER NOT NULL,
  card_header TEXT NOT NULL,
  card_body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reporters (
  locator_hash TEXT NOT NULL PRIMARY KEY,
  case_id TEXT NOT NULL,
  sign_in_key TEXT NOT NULL,
  wrap_key TEXT NOT NULL,
  wrap TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  lane TEXT NOT NULL,
  seq INTEGER NOT NULL,
  entry_hash TEXT NOT NULL,
  header TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (case_id, lane, seq)
) STRICT, WITHOUT ROWID;

-- Newest first for one member is a backward scan of this key; a recipient nobody knows fails the whole batch.
CREATE TABLE wraps (
  member_id TEXT NOT NULL REFERENCES members (member_id),
  received_day INTEGER NOT NULL,
  case_id TEXT NOT NULL,
  lane TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  wrap_key TEXT NOT NULL,
  wrap TEXT NOT NULL,
  PRIMARY KEY (member_id, received_day, case_id, lane, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE spent (
  expires_day INTEGER NOT NULL,
  challenge_hash TEXT NOT NULL,
  PRIMARY KEY (expires_day, challenge_hash)
) STRICT, WITHOUT ROWID;
