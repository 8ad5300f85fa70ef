-- How cases of an edition lie inside their seal. 1: the answers alone. 2: beside them the tag and the signature of the organisation. Editions that
-- exist keep 1; one that is opened from now on has 2.
ALTER TABLE edition ADD COLUMN layout INTEGER NOT NULL DEFAULT 1 CHECK (layout IN (1, 2));

CREATE TABLE sealed_case_of_layouts (
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  edition TEXT NOT NULL REFERENCES edition (id),
  organisation INTEGER NOT NULL REFERENCES organisation (id),
  tag BLOB NOT NULL UNIQUE CHECK (length(tag) = 32),
  receipt_hash BLOB NOT NULL UNIQUE CHECK (length(receipt_hash) = 32),
  version INTEGER NOT NULL CHECK (version >= 1),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  enc BLOB NOT NULL CHECK (length(enc) = 32),
  -- 256 bytes in layout 1 or 384 in layout 2, and the 16 bytes of the seal: every case of an edition is equally long.
  ciphertext BLOB NOT NULL CHECK (length(ciphertext) IN (272, 400))
) STRICT, WITHOUT ROWID;

INSERT INTO sealed_case_of_layouts (id, edition, organisation, tag, receipt_hash, version, month, enc, ciphertext)
  SELECT id, edition, organisation, tag, receipt_hash, version, month, enc, ciphertext FROM sealed_case ORDER BY id;

DROP TABLE sealed_case;

ALTER TABLE sealed_case_of_layouts RENAME TO sealed_case;

CREATE INDEX sealed_case_edition ON sealed_case (edition, id);

CREATE TABLE staged_case_of_layouts (
  import TEXT NOT NULL REFERENCES import_file (id),
  id TEXT NOT NULL CHECK (length(id) = 32),
  tag BLOB NOT NULL CHECK (length(tag) = 32),
  receipt_hash BLOB NOT NULL CHECK (length(receipt_hash) = 32),
  version INTEGER NOT NULL CHECK (version >= 1),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  enc BLOB NOT NULL CHECK (length(enc) = 32),
  ciphertext BLOB NOT NULL CHECK (length(ciphertext) IN (272, 400)),
  PRIMARY KEY (import, id),
  UNIQUE (import, tag)
) STRICT, WITHOUT ROWID;

INSERT INTO staged_case_of_layouts (import, id, tag, receipt_hash, version, month, enc, ciphertext)
  SELECT import, id, tag, receipt_hash, version, month, enc, ciphertext FROM staged_case ORDER BY import, id;

DROP TABLE staged_case;

ALTER TABLE staged_case_of_layouts RENAME TO staged_case;

CREATE INDEX staged_case_receipt ON staged_case (receipt_hash);

-- The public keys of an organisation. A new secret is a new generation; the one before stays good until the edition closes in which it came.
CREATE TABLE organisation_public_key (
  organisation INTEGER NOT NULL REFERENCES organisation (id),
  generation INTEGER NOT NULL CHECK (generation BETWEEN 1 AND 65535),
  signing BLOB NOT NULL UNIQUE CHECK (length(signing) = 32),
  statements BLOB NOT NULL CHECK (length(statements) = 32),
  first_edition TEXT REFERENCES edition (id),
  last_edition TEXT REFERENCES edition (id),
  PRIMARY KEY (organisation, generation)
) STRICT, WITHOUT ROWID;

-- What the build sealed to one organisation about the cases that it opened.
CREATE TABLE statement (
  edition TEXT NOT NULL REFERENCES edition (id),
  organisation INTEGER NOT NULL REFERENCES organisation (id),
  enc BLOB NOT NULL CHECK (length(enc) = 32),
  ciphertext BLOB NOT NULL,
  PRIMARY KEY (edition, organisation)
) STRICT, WITHOUT ROWID;

-- Whether the key of the ledger beside the database is its own.
CREATE TABLE ledger_key_check (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  value BLOB NOT NULL CHECK (length(value) = 32)
) STRICT;
