-- Tags that the server itself made, under its key of the tags, and that no organisation has translated to one of its own. Every tag of a database
-- that exists is one. Once the last is translated nothing needs that key.
CREATE TABLE earlier_tag (
  tag BLOB PRIMARY KEY CHECK (length(tag) = 32)
) STRICT, WITHOUT ROWID;

INSERT INTO earlier_tag (tag)
  SELECT tag FROM sealed_case
  UNION SELECT tag FROM staged_case
  UNION SELECT tag FROM withdrawal_request
  UNION SELECT tag FROM withdrawn_case
  UNION SELECT tag FROM kept_tag;

-- The year in which the key of the tags left this server.
CREATE TABLE tag_key_gone (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2999)
) STRICT;
