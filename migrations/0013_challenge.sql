-- A decision that its reporter has challenged, and a case that was closed and is worked on again: the days alone.

ALTER TABLE cases ADD COLUMN reopened_day INTEGER;
ALTER TABLE cases ADD COLUMN challenged_day INTEGER;
ALTER TABLE cases ADD COLUMN challenge_decided_day INTEGER;
