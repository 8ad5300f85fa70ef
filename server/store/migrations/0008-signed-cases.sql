-- placeholder
CREATE TABLE organisation_public_key (
  organisation INTEGER NOT NULL REFERENCES organisation (id),
  generation INTEGER NOT NULL CHECK (generation >= 1),
  signing BLOB NOT NULL CHECK (length(signing) = 32),
  statements BLOB NOT NULL CHECK (length(statements) = 32),
  first_edition TEXT,
  last_edition TEXT,
  PRIMARY KEY (organisation, generation)
) STRICT, WITHOUT ROWID;
