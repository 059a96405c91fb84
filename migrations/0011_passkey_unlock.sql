-- Whether a passkey can derive the secret that opens its member's keyring, by what its browser said when it was made.
-- Of those added before nobody asked.

ALTER TABLE passkeys ADD COLUMN prf INTEGER NOT NULL DEFAULT 0;
