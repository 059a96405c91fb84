-- Messages without content to members who want them: who wants which, where they go, and what is yet to be sent.

CREATE TABLE notification_settings (
  member_id TEXT NOT NULL PRIMARY KEY REFERENCES members (member_id),
  version INTEGER NOT NULL,
  language TEXT NOT NULL,
  daily INTEGER NOT NULL,
  alerts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE notification_destinations (
  destination_id TEXT NOT NULL PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES members (member_id),
  destination TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  tries INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX notification_destinations_of_member ON notification_destinations (member_id);

-- The key is what a message is: written twice, it is still one. `wait` counts runs of the job, so that no time is kept.
CREATE TABLE outbox (
  destination_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  day INTEGER NOT NULL,
  number INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  wait INTEGER NOT NULL,
  delivered INTEGER NOT NULL,
  PRIMARY KEY (destination_id, kind, day, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX outbox_due ON outbox (day) WHERE delivered = 0 AND wait = 0;
CREATE INDEX outbox_waiting ON outbox (wait) WHERE wait > 0;
