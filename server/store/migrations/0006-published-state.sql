-- Names the state of all released tables, by chance. Whoever changes one, by a command of ours or by hand, gives it another name: an answer
-- that is kept in memory under one name is never sent under another.
CREATE TABLE published_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  name BLOB NOT NULL CHECK (length(name) = 16)
) STRICT;

INSERT INTO published_state (one, name) VALUES (1, randomblob(16));

CREATE TRIGGER released_table_added AFTER INSERT ON released_table BEGIN UPDATE published_state SET name = randomblob(16); END;

CREATE TRIGGER released_table_changed AFTER UPDATE ON released_table BEGIN UPDATE published_state SET name = randomblob(16); END;

CREATE TRIGGER released_table_gone AFTER DELETE ON released_table BEGIN UPDATE published_state SET name = randomblob(16); END;
