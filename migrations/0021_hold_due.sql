-- The day a legal hold is looked at again is due like any other: of the cases that are held already too.

UPDATE cases SET next_due_day = min(coalesce(next_due_day, hold_review_day), hold_review_day)
  WHERE hold_review_day IS NOT NULL;
