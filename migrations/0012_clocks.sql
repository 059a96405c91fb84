-- The earliest day of a team's own clocks, of which the server knows nothing else; the day a reporter was told that
-- feedback takes longer; what the daily job has marked as due, and how far it has come.

ALTER TABLE cases ADD COLUMN casework_due_day INTEGER;
ALTER TABLE cases ADD COLUMN feedback_extended_day INTEGER;

-- A report gets its due day with the first act on it or in the first night, so that receiving one writes no row more.
CREATE INDEX cases_by_due_day ON cases (next_due_day) WHERE next_due_day IS NOT NULL;

CREATE TABLE due_marks (
  case_id TEXT NOT NULL,
  due_day INTEGER NOT NULL,
  step TEXT NOT NULL,
  marked_day INTEGER NOT NULL,
  PRIMARY KEY (case_id, due_day, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_days (
  job TEXT NOT NULL PRIMARY KEY,
  day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
