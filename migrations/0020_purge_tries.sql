-- How often the key of a case that is being deleted could not be destroyed: those come last, and keep nobody waiting.

ALTER TABLE purges ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
