-- Feedback after a report, sealed to coordinators. The keys are random ids, so that neither order nor neighbours on
-- disk say which came when; of the day only its month is kept.

CREATE TABLE feedback (
  feedback_id TEXT NOT NULL PRIMARY KEY,
  received_month INTEGER NOT NULL,
  header TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback_wraps (
  member_id TEXT NOT NULL REFERENCES members (member_id),
  feedback_id TEXT NOT NULL REFERENCES feedback (feedback_id),
  wrap_key TEXT NOT NULL,
  wrap TEXT NOT NULL,
  PRIMARY KEY (member_id, feedback_id)
) STRICT, WITHOUT ROWID;
