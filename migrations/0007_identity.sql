-- Who reporters are, for those who said it, in envelopes of their own, and what it takes to open one.
-- An envelope comes with every report and every addition; the server cannot tell those that hold something.

CREATE TABLE identity_envelopes (
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  seq INTEGER NOT NULL,
  header TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (case_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE identity_shares (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  member_id TEXT NOT NULL REFERENCES members (member_id),
  share_key TEXT NOT NULL,
  share TEXT NOT NULL,
  PRIMARY KEY (case_id, seq, member_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE releases (
  release_id TEXT NOT NULL PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  envelope_seq INTEGER NOT NULL,
  requester TEXT NOT NULL,
  asked_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX releases_by_case ON releases (case_id);

-- A custodian's list is one range scan of this key.
CREATE TABLE release_requests (
  member_id TEXT NOT NULL REFERENCES members (member_id),
  release_id TEXT NOT NULL,
  request_key TEXT NOT NULL,
  request TEXT NOT NULL,
  PRIMARY KEY (member_id, release_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE release_decisions (
  release_id TEXT NOT NULL,
  member_id TEXT NOT NULL REFERENCES members (member_id),
  statement TEXT NOT NULL,
  signature TEXT NOT NULL,
  share_key TEXT,
  share TEXT,
  PRIMARY KEY (release_id, member_id)
) STRICT, WITHOUT ROWID;
