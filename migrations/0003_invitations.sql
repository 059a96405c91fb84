-- Invitations: what a coordinator signed, and what whoever used the link answered with, until it is confirmed.

CREATE TABLE invitations (
  locator_hash TEXT NOT NULL PRIMARY KEY,
  member_id TEXT NOT NULL UNIQUE,
  invited_by TEXT NOT NULL,
  handle TEXT NOT NULL,
  statement TEXT NOT NULL,
  signature TEXT NOT NULL,
  kept TEXT NOT NULL,
  expires_day INTEGER NOT NULL,
  joined_day INTEGER,
  member_key TEXT,
  sign_in_key TEXT,
  salt TEXT,
  passes INTEGER,
  memory_kib INTEGER,
  keyring TEXT,
  packet_statement TEXT,
  packet_signature TEXT,
  mac TEXT
) STRICT, WITHOUT ROWID;
