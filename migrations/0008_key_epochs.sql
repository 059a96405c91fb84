-- Keys that members have forgotten: nothing may be sealed to them any more, because nobody could open it.

CREATE TABLE retired_keys (
  member_id TEXT NOT NULL REFERENCES members (member_id),
  key_id TEXT NOT NULL,
  PRIMARY KEY (member_id, key_id)
) STRICT, WITHOUT ROWID;
