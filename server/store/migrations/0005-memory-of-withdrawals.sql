-- What waits to be withdrawn is named by the tag of the case that the receipt belongs to: a case that moves or is sent again meanwhile is
-- withdrawn all the same, and a receipt of nothing leaves no row.
CREATE TABLE asked_withdrawal (
  tag BLOB PRIMARY KEY CHECK (length(tag) = 32)
) STRICT, WITHOUT ROWID;

INSERT INTO asked_withdrawal (tag)
  SELECT tag FROM sealed_case WHERE receipt_hash IN (SELECT receipt_hash FROM withdrawal_request)
  UNION
  SELECT tag FROM staged_case WHERE receipt_hash IN (SELECT receipt_hash FROM withdrawal_request);

DROP TABLE withdrawal_request;

ALTER TABLE asked_withdrawal RENAME TO withdrawal_request;

-- Receipts are looked up among cases of imports too.
CREATE INDEX staged_case_receipt ON staged_case (receipt_hash);

-- Overwritten with random bytes by every batch of requests, so that a batch that names a case is written as one that names none.
CREATE TABLE withdrawal_heartbeat (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  beat BLOB NOT NULL CHECK (length(beat) = 32)
) STRICT;

-- How often the set of withdrawn cases has grown. 0 in a database that knew only heads.
ALTER TABLE ledger_head ADD COLUMN generation INTEGER NOT NULL DEFAULT 0 CHECK (generation >= 0);

-- 1 while intake stays shut until an operator confirms the ledger.
ALTER TABLE ledger_head ADD COLUMN unconfirmed INTEGER NOT NULL DEFAULT 0 CHECK (unconfirmed IN (0, 1));

-- Whether the tag key beside the database is its own.
CREATE TABLE tag_key_check (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  value BLOB NOT NULL CHECK (length(value) = 32)
) STRICT;
