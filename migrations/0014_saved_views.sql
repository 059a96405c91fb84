-- What a member keeps of their inbox's filters and searches: one sealed body of one size, replaced as a whole.

CREATE TABLE saved_views (
  member_id TEXT PRIMARY KEY REFERENCES members (member_id),
  version INTEGER NOT NULL,
  sealed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
