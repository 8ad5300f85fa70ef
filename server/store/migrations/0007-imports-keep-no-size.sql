-- A committed import keeps no size: neither its rows nor those of its parts. What waits needs them, and keeps them.
ALTER TABLE import_file RENAME COLUMN rows TO rows_before;

ALTER TABLE import_file ADD COLUMN rows INTEGER CHECK (rows IS NULL OR (rows >= 1 AND state = 'waiting'));

UPDATE import_file SET rows = rows_before WHERE state = 'waiting';

ALTER TABLE import_file DROP COLUMN rows_before;

ALTER TABLE import_part RENAME COLUMN rows TO rows_before;

ALTER TABLE import_part RENAME COLUMN stored TO stored_before;

ALTER TABLE import_part RENAME COLUMN replaced TO replaced_before;

ALTER TABLE import_part ADD COLUMN rows INTEGER CHECK (rows >= 0);

ALTER TABLE import_part ADD COLUMN stored INTEGER CHECK (stored >= 0);

ALTER TABLE import_part ADD COLUMN replaced INTEGER CHECK (replaced >= 0);

UPDATE import_part SET rows = rows_before, stored = stored_before, replaced = replaced_before
  WHERE import IN (SELECT id FROM import_file WHERE state = 'waiting');

ALTER TABLE import_part DROP COLUMN rows_before;

ALTER TABLE import_part DROP COLUMN stored_before;

ALTER TABLE import_part DROP COLUMN replaced_before;
