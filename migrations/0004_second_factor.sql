-- What a member proves besides their passphrase, and which of it a session was opened with.
-- Sessions of before carry none: whoever must have a second factor is asked to sign in again.

ALTER TABLE sessions ADD COLUMN second_factor TEXT NOT NULL DEFAULT 'none';

CREATE INDEX sessions_of_member ON sessions (member_id);

CREATE TABLE passkeys (
  credential_id TEXT NOT NULL PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES members (member_id),
  host TEXT NOT NULL,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  added_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX passkeys_of_member ON passkeys (member_id);

CREATE TABLE authenticators (
  member_id TEXT NOT NULL PRIMARY KEY REFERENCES members (member_id),
  secret TEXT NOT NULL,
  added_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Tries at a second factor by somebody who had the passphrase; forgotten when one succeeds.
CREATE TABLE factor_tries (
  member_id TEXT NOT NULL REFERENCES members (member_id),
  day INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  PRIMARY KEY (member_id, day)
) STRICT, WITHOUT ROWID;
