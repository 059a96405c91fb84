-- Ways into a member's keyring: its key, wrapped to the key pair of each. A member without rows has a keyring
-- sealed under the passphrase's own key. The sign-in key is there for a way that also signs in: the recovery key.

CREATE TABLE keyring_slots (
  member_id TEXT NOT NULL REFERENCES members (member_id),
  kind TEXT NOT NULL,
  slot_id TEXT NOT NULL,
  public_key TEXT NOT NULL,
  sealed TEXT NOT NULL,
  sign_in_key TEXT,
  PRIMARY KEY (member_id, kind, slot_id)
) STRICT, WITHOUT ROWID;
