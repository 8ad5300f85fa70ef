-- People who may sign in. No name, no address, no e-mail; rows lie in the order of random ids.
CREATE TABLE account (
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  username TEXT NOT NULL UNIQUE CHECK (length(username) BETWEEN 3 AND 32),
  state TEXT NOT NULL CHECK (state IN ('invited', 'setup', 'active', 'ended')),
  organisation INTEGER REFERENCES organisation (id),
  partner INTEGER NOT NULL CHECK (partner IN (0, 1)),
  analyst INTEGER NOT NULL CHECK (analyst IN (0, 1)),
  editor INTEGER NOT NULL CHECK (editor IN (0, 1)),
  custodian INTEGER NOT NULL CHECK (custodian IN (0, 1)),
  administrator INTEGER NOT NULL CHECK (administrator IN (0, 1)),
  since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  invited_by TEXT REFERENCES account (id),
  agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)),
  CHECK (partner + analyst + editor + custodian + administrator >= 1),
  CHECK (administrator = 0 OR partner + editor + custodian = 0),
  CHECK (partner = 0 OR organisation IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE password (
  account TEXT PRIMARY KEY REFERENCES account (id),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  n INTEGER NOT NULL,
  r INTEGER NOT NULL,
  p INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The secret of an authenticator app, encrypted under a key that lies beside the database and not in it.
CREATE TABLE totp_secret (
  account TEXT PRIMARY KEY REFERENCES account (id),
  nonce BLOB NOT NULL CHECK (length(nonce) = 12),
  sealed BLOB NOT NULL CHECK (length(sealed) = 36)
) STRICT, WITHOUT ROWID;

CREATE TABLE passkey (
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  credential BLOB NOT NULL UNIQUE,
  account TEXT NOT NULL REFERENCES account (id),
  public_key BLOB NOT NULL,
  counter INTEGER NOT NULL CHECK (counter >= 0),
  transports TEXT NOT NULL,
  synced INTEGER NOT NULL CHECK (synced IN (0, 1)),
  prf INTEGER NOT NULL CHECK (prf IN (0, 1)),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]')
) STRICT, WITHOUT ROWID;

CREATE INDEX passkey_account ON passkey (account);

CREATE TABLE recovery_code (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  account TEXT NOT NULL REFERENCES account (id),
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX recovery_code_account ON recovery_code (account);

CREATE TABLE session (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 32),
  account TEXT NOT NULL REFERENCES account (id),
  scope TEXT NOT NULL CHECK (scope IN ('setup', 'full')),
  way TEXT NOT NULL CHECK (way IN ('passkey', 'password', 'recovery', 'code')),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT, WITHOUT ROWID;

CREATE INDEX session_account ON session (account);

-- Codes that are handed over by hand and work once: of the first start, of invitations, of resets.
CREATE TABLE one_time_code (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  purpose TEXT NOT NULL CHECK (purpose IN ('setup', 'invitation', 'reset')),
  account TEXT UNIQUE REFERENCES account (id),
  expires TEXT NOT NULL CHECK (expires GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  CHECK ((purpose = 'setup') = (account IS NULL))
) STRICT, WITHOUT ROWID;

-- A reset of somebody's access that was asked for. It can be carried out from the day on that stands here.
CREATE TABLE access_reset (
  account TEXT PRIMARY KEY REFERENCES account (id),
  requested_by TEXT NOT NULL REFERENCES account (id),
  alone INTEGER NOT NULL CHECK (alone IN (0, 1)),
  approved_by TEXT REFERENCES account (id),
  ready TEXT CHECK (ready GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  CHECK (requested_by <> account AND approved_by <> account AND approved_by <> requested_by),
  CHECK ((approved_by IS NULL) = (ready IS NULL))
) STRICT, WITHOUT ROWID;

-- A partner that left. It stays in the register, and stays a contributor of what was published.
CREATE TABLE organisation_left (
  organisation INTEGER PRIMARY KEY REFERENCES organisation (id),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;

-- A partner that asked to leave. It has left on the day that stands here, unless a partner of it objects; or once a second one agrees.
CREATE TABLE organisation_leaving (
  organisation INTEGER PRIMARY KEY REFERENCES organisation (id),
  asked_by TEXT NOT NULL REFERENCES account (id),
  withdraw INTEGER NOT NULL CHECK (withdraw IN (0, 1)),
  ready TEXT NOT NULL CHECK (ready GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;

-- Questions that an analyst keeps: variables and levels of public tables, no words.
CREATE TABLE collection (
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  account TEXT NOT NULL REFERENCES account (id),
  tables TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX collection_account ON collection (account);

CREATE TABLE proposal (
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  account TEXT NOT NULL REFERENCES account (id),
  rows TEXT NOT NULL,
  columns TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX proposal_account ON proposal (account);

-- The one table that holds times finer than a day, in seconds since 1970. Each row is erased within a minute after its time.
CREATE TABLE deadline (
  kind TEXT NOT NULL CHECK (kind IN ('session-idle', 'session-end', 'tries-minute', 'tries-day', 'totp-step', 'challenge')),
  subject TEXT NOT NULL,
  until INTEGER NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX deadline_until ON deadline (until);
