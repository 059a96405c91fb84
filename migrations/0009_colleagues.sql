-- Recovery by colleagues: what a member has set up, each colleague's share of the secret, the one open request in
-- a member's name, and what colleagues answered to it.

CREATE TABLE recovery_set_ups (
  owner TEXT NOT NULL PRIMARY KEY REFERENCES members (member_id),
  set_up_id TEXT NOT NULL,
  threshold INTEGER NOT NULL,
  statement TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a colleague is asked is one range scan of this key.
CREATE TABLE recovery_shares (
  member_id TEXT NOT NULL REFERENCES members (member_id),
  owner TEXT NOT NULL REFERENCES members (member_id),
  share_key TEXT NOT NULL,
  share TEXT NOT NULL,
  PRIMARY KEY (member_id, owner)
) STRICT, WITHOUT ROWID;

CREATE INDEX recovery_shares_by_owner ON recovery_shares (owner);

CREATE TABLE recovery_requests (
  owner TEXT NOT NULL PRIMARY KEY REFERENCES members (member_id),
  seal_key TEXT NOT NULL,
  sign_in_key TEXT NOT NULL,
  asked_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_decisions (
  owner TEXT NOT NULL REFERENCES members (member_id),
  sign_in_key TEXT NOT NULL,
  member_id TEXT NOT NULL REFERENCES members (member_id),
  statement TEXT NOT NULL,
  signature TEXT NOT NULL,
  share TEXT,
  PRIMARY KEY (owner, sign_in_key, member_id)
) STRICT, WITHOUT ROWID;
