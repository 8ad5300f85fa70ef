-- What was done, in two chains. No case, no text. Entries of cases tell the month alone, and no dated entry stands beside them.
CREATE TABLE audit_entry (
  chain TEXT NOT NULL CHECK (chain IN ('intake', 'other')),
  position INTEGER NOT NULL CHECK (position >= 1),
  action TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 40 AND action NOT GLOB '*[^a-z-]*'),
  organisation INTEGER,
  month TEXT CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  generation INTEGER CHECK (generation >= 0),
  role TEXT CHECK (role IN ('partner', 'analyst', 'editor', 'custodian', 'administrator', 'machine', 'command')),
  actor TEXT CHECK (length(actor) BETWEEN 1 AND 80 AND actor NOT GLOB '*[^0-9a-z-]*'),
  subject TEXT CHECK (length(subject) BETWEEN 1 AND 80 AND subject NOT GLOB '*[^0-9a-z-]*'),
  day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  blind BLOB NOT NULL CHECK (length(blind) = 16),
  -- The running hash. Computed from the entries within a minute, because SQL has no SHA-256.
  link BLOB CHECK (length(link) = 32),
  PRIMARY KEY (chain, position),
  CHECK (
    (chain = 'intake' AND organisation IS NOT NULL AND month IS NOT NULL AND role IS NULL AND actor IS NULL AND subject IS NULL AND day IS NULL
      AND (generation IS NOT NULL) = (action = 'withdrawal'))
    OR (chain = 'other' AND organisation IS NULL AND month IS NULL AND generation IS NULL AND role IS NOT NULL AND day IS NOT NULL)
  )
) STRICT, WITHOUT ROWID;

-- What a head of the chain of intake is signed for, found at each tick without reading the whole chain.
CREATE INDEX audit_entry_occasion ON audit_entry (action) WHERE action IN ('open-edition', 'publish', 'erratum');

-- A signature of the log under one state of a chain. Partners see the hash of it, never a position.
CREATE TABLE audit_head (
  chain TEXT NOT NULL CHECK (chain IN ('intake', 'other')),
  number INTEGER NOT NULL CHECK (number >= 1),
  reason TEXT NOT NULL CHECK (reason IN ('month', 'edition', 'publication', 'day')),
  period TEXT NOT NULL CHECK (
    period GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'
    OR (chain = 'other' AND reason = 'day' AND period GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
  ),
  position INTEGER NOT NULL CHECK (position >= 0),
  link BLOB NOT NULL CHECK (length(link) = 32),
  blind BLOB NOT NULL CHECK (length(blind) = 16),
  previous BLOB NOT NULL CHECK (length(previous) = 32),
  key BLOB NOT NULL CHECK (length(key) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  PRIMARY KEY (chain, number)
) STRICT, WITHOUT ROWID;

-- Organisations that have seen a monthly head. No time.
CREATE TABLE audit_cosignature (
  chain TEXT NOT NULL,
  number INTEGER NOT NULL,
  organisation INTEGER NOT NULL REFERENCES organisation (id),
  key BLOB NOT NULL CHECK (length(key) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  PRIMARY KEY (chain, number, organisation),
  FOREIGN KEY (chain, number) REFERENCES audit_head (chain, number)
) STRICT, WITHOUT ROWID;
