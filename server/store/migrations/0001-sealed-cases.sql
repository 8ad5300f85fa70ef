-- What a court order for this machine would yield stands here in full. Nothing derived from an answer is a column.
CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  holding TEXT,
  record_rule TEXT,
  record_rule_year INTEGER,
  record_rule_approver TEXT,
  CHECK ((record_rule IS NULL) = (record_rule_year IS NULL) AND (record_rule IS NULL) = (record_rule_approver IS NULL))
) STRICT;

CREATE TABLE organisation_key (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  organisation INTEGER NOT NULL REFERENCES organisation (id),
  scopes TEXT NOT NULL,
  expires TEXT NOT NULL CHECK (expires GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE edition (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  questionnaire TEXT NOT NULL,
  fictional INTEGER NOT NULL CHECK (fictional IN (0, 1)),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32)
) STRICT, WITHOUT ROWID;

-- One edition at most takes cases in.
CREATE UNIQUE INDEX edition_open ON edition (state) WHERE state = 'open';

CREATE TABLE sealed_case (
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  edition TEXT NOT NULL REFERENCES edition (id),
  organisation INTEGER NOT NULL REFERENCES organisation (id),
  tag BLOB NOT NULL UNIQUE CHECK (length(tag) = 32),
  receipt_hash BLOB NOT NULL UNIQUE CHECK (length(receipt_hash) = 32),
  version INTEGER NOT NULL CHECK (version >= 1),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  enc BLOB NOT NULL CHECK (length(enc) = 32),
  -- A record of 256 bytes and the 16 bytes of its seal: every case is equally long.
  ciphertext BLOB NOT NULL CHECK (length(ciphertext) = 272)
) STRICT, WITHOUT ROWID;

CREATE INDEX sealed_case_edition ON sealed_case (edition, id);

CREATE TABLE idempotency (
  lookup BLOB PRIMARY KEY CHECK (length(lookup) = 32),
  body BLOB NOT NULL CHECK (length(body) = 32),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]')
) STRICT, WITHOUT ROWID;

-- Published bundles form a chain: each names the checksum of the one before.
CREATE TABLE release (
  position INTEGER PRIMARY KEY,
  checksum TEXT NOT NULL UNIQUE CHECK (length(checksum) = 64),
  manifest TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;

-- Single tables belong to an edition, crosstabs to a volume of editions; an edition belongs to one volume at most.
CREATE TABLE slice (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('edition', 'volume')),
  release INTEGER NOT NULL REFERENCES release (position)
) STRICT, WITHOUT ROWID;

CREATE TABLE volume_edition (
  edition TEXT PRIMARY KEY REFERENCES edition (id),
  volume TEXT NOT NULL REFERENCES slice (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE released_table (
  slice TEXT NOT NULL REFERENCES slice (id),
  id TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (slice, id)
) STRICT, WITHOUT ROWID;
