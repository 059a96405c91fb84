-- The audit log: signed entries, each naming the one before; and the server's own note of what it refused.
-- Nothing is ever changed in audit_log: entries are added at its end, in the batch that carries out what they say.

CREATE TABLE audit_log (
  seq INTEGER NOT NULL PRIMARY KEY,
  statement TEXT NOT NULL,
  signature TEXT NOT NULL,
  entry_hash TEXT NOT NULL
) STRICT;

CREATE TABLE refused_acts (
  day INTEGER NOT NULL,
  member_id TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  code TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, member_id, endpoint, code)
) STRICT, WITHOUT ROWID;

-- 1 once the session's sign-in stands in the audit log: until then it may ask for next to nothing.
ALTER TABLE sessions ADD COLUMN logged INTEGER NOT NULL DEFAULT 0;

-- The cases whose opening by a session stands in the audit log: their journals are handed out to no other.
CREATE TABLE opened_cases (
  token_hash TEXT NOT NULL,
  case_id TEXT NOT NULL,
  PRIMARY KEY (token_hash, case_id)
) STRICT, WITHOUT ROWID;
