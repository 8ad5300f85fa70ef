-- A file that comes in parts. The day stands only while it waits, so that it can be erased when nobody goes on.
CREATE TABLE import_file (
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  organisation INTEGER NOT NULL REFERENCES organisation (id),
  rows INTEGER NOT NULL CHECK (rows >= 1),
  existing TEXT NOT NULL CHECK (existing IN ('refuse', 'replace')),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'committed')),
  edition TEXT REFERENCES edition (id),
  day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  CHECK ((state = 'waiting') = (day IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE import_part (
  import TEXT NOT NULL REFERENCES import_file (id),
  part INTEGER NOT NULL CHECK (part >= 1),
  body BLOB NOT NULL CHECK (length(body) = 32),
  rows INTEGER NOT NULL CHECK (rows >= 0),
  stored INTEGER NOT NULL CHECK (stored >= 0),
  replaced INTEGER NOT NULL CHECK (replaced >= 0),
  PRIMARY KEY (import, part)
) STRICT, WITHOUT ROWID;

-- Sealed cases that nobody counts yet. The commit moves them, all or none.
CREATE TABLE staged_case (
  import TEXT NOT NULL REFERENCES import_file (id),
  id TEXT NOT NULL CHECK (length(id) = 32),
  tag BLOB NOT NULL CHECK (length(tag) = 32),
  receipt_hash BLOB NOT NULL CHECK (length(receipt_hash) = 32),
  version INTEGER NOT NULL CHECK (version >= 1),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  enc BLOB NOT NULL CHECK (length(enc) = 32),
  ciphertext BLOB NOT NULL CHECK (length(ciphertext) = 272),
  PRIMARY KEY (import, id),
  UNIQUE (import, tag)
) STRICT, WITHOUT ROWID;
