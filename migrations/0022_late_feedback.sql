-- That feedback came late is still to be seen in the figures after the case was opened again.

ALTER TABLE cases ADD COLUMN late_feedback_day INTEGER;
