-- How many codes a member had mailed to addresses of theirs on one day: an address that is taken away and added again
-- must not be a way to have as many sent as somebody likes.

CREATE TABLE address_codes (
  member_id TEXT NOT NULL REFERENCES members (member_id),
  day INTEGER NOT NULL,
  codes INTEGER NOT NULL,
  PRIMARY KEY (member_id, day)
) STRICT, WITHOUT ROWID;
