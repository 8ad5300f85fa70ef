-- Figures that readers may hold and that are no longer shown: replaced by an erratum, or withdrawn.
CREATE TABLE archived_table (
  slice TEXT NOT NULL REFERENCES slice (id),
  id TEXT NOT NULL,
  turn INTEGER NOT NULL CHECK (turn >= 1),
  checksum TEXT NOT NULL CHECK (length(checksum) = 64),
  json TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  replaced_by INTEGER REFERENCES release (position),
  note_en TEXT NOT NULL,
  note_ja TEXT NOT NULL,
  PRIMARY KEY (slice, id, turn)
) STRICT, WITHOUT ROWID;

-- An edition whose sealed cases were destroyed at the end of their time.
CREATE TABLE destroyed_edition (
  edition TEXT PRIMARY KEY REFERENCES edition (id),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT, WITHOUT ROWID;

-- What stays of a destroyed case: enough to know it again when it is sent again, and nothing else.
CREATE TABLE kept_tag (
  tag BLOB PRIMARY KEY CHECK (length(tag) = 32)
) STRICT, WITHOUT ROWID;
