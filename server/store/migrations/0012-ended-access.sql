-- Whether a way to sign in was made in this session: one that a recovery code began is not complete without.
ALTER TABLE session ADD COLUMN renewed INTEGER NOT NULL DEFAULT 0 CHECK (renewed IN (0, 1));

-- Session that a recovery code began, of the passkeys that are made in it, until the account is complete: those that were there before end then.
ALTER TABLE passkey ADD COLUMN recovery TEXT CHECK (length(recovery) = 32);

-- Day from which an account counts as settled in its roles. Whoever was let in as something else long ago is new as a partner, editor or custodian.
ALTER TABLE account ADD COLUMN settling TEXT CHECK (settling GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]');

UPDATE account SET settling = since;

-- The end of an account that one administrator asked for and a second one has to agree to: that of the last partner of an organisation, or of one
-- who asked that the organisation leaves.
CREATE TABLE account_ending (
  account TEXT PRIMARY KEY REFERENCES account (id),
  asked_by TEXT NOT NULL REFERENCES account (id),
  until TEXT NOT NULL CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  CHECK (asked_by <> account)
) STRICT, WITHOUT ROWID;

-- What lets nobody in any more. Beside the database the same list is kept in a file, so that no older copy of the database brings it back.
CREATE TABLE ended_access (
  kind TEXT NOT NULL CHECK (kind IN ('account', 'key', 'passkey', 'password')),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 32 AND 64 AND id NOT GLOB '*[^0-9a-f]*'),
  -- 1 once it stands in that file.
  kept INTEGER NOT NULL CHECK (kept IN (0, 1)),
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

INSERT INTO ended_access (kind, id, kept) SELECT 'account', id, 0 FROM account WHERE state = 'ended';

-- By triggers, so that whatever ends access enters it, today and later. Each stands on one line: tools that send statement by statement cut at the end of one.
CREATE TRIGGER account_ended AFTER UPDATE OF state ON account WHEN new.state = 'ended' AND old.state <> 'ended' BEGIN INSERT OR IGNORE INTO ended_access (kind, id, kept) VALUES ('account', new.id, 0); END;
CREATE TRIGGER key_ended AFTER DELETE ON organisation_key BEGIN INSERT OR IGNORE INTO ended_access (kind, id, kept) VALUES ('key', lower(hex(old.hash)), 0); END;
CREATE TRIGGER passkey_ended AFTER DELETE ON passkey BEGIN INSERT OR IGNORE INTO ended_access (kind, id, kept) VALUES ('passkey', old.id, 0); END;
CREATE TRIGGER password_ended AFTER DELETE ON password BEGIN INSERT OR IGNORE INTO ended_access (kind, id, kept) VALUES ('password', lower(hex(old.salt)), 0); END;
CREATE TRIGGER password_changed AFTER UPDATE OF salt ON password WHEN new.salt <> old.salt BEGIN INSERT OR IGNORE INTO ended_access (kind, id, kept) VALUES ('password', lower(hex(old.salt)), 0); END;
