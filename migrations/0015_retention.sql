-- Deletion: the day a legal hold is looked at again, which cases are due, what the job that deletes them has come to,
-- and what was deleted and does not stand in the audit log yet.

ALTER TABLE cases ADD COLUMN hold_review_day INTEGER;

-- Of open cases it holds none, so that receiving a report writes no row more.
CREATE INDEX cases_by_purge_day ON cases (purge_day) WHERE purge_day IS NOT NULL;

CREATE TABLE purges (
  case_id TEXT NOT NULL PRIMARY KEY,
  desk_id TEXT NOT NULL,
  received_day INTEGER NOT NULL,
  reason TEXT NOT NULL,
  step TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE deletions (
  deleted_day INTEGER NOT NULL,
  case_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (deleted_day, case_id)
) STRICT, WITHOUT ROWID;
