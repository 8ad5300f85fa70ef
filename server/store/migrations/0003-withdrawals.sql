-- Requests to withdraw a case, until the next sweep. Whether there is such a case is looked up then and not before.
CREATE TABLE withdrawal_request (
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  receipt_hash BLOB NOT NULL CHECK (length(receipt_hash) = 32),
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]')
) STRICT, WITHOUT ROWID;

-- What stays of a withdrawn case: enough that neither a backup nor a row sent again brings it back, and nothing else.
CREATE TABLE withdrawn_case (
  tag BLOB PRIMARY KEY CHECK (length(tag) = 32)
) STRICT, WITHOUT ROWID;

-- The ledger of withdrawals beside the database must know this head, or it is older than the database.
CREATE TABLE ledger_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  head TEXT NOT NULL CHECK (length(head) = 32)
) STRICT;
