-- The conversation's later keys, sealed to the reporter: one row an epoch that a rekey began. The first key stays
-- with the reporter's own row.

CREATE TABLE reporter_wraps (
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  epoch INTEGER NOT NULL,
  wrap_key TEXT NOT NULL,
  wrap TEXT NOT NULL,
  PRIMARY KEY (case_id, epoch)
) STRICT, WITHOUT ROWID;
