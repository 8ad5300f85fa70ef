-- Invitations of affected persons: public keys that follow from codes, signed by the organisation as a list. The codes are nowhere here, and no time.
CREATE TABLE answer_invitation_list (
  -- Follows from what the organisation signed.
  id TEXT PRIMARY KEY CHECK (length(id) = 32),
  edition TEXT NOT NULL REFERENCES edition (id),
  organisation INTEGER NOT NULL REFERENCES organisation (id),
  generation INTEGER NOT NULL CHECK (generation BETWEEN 1 AND 65535),
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_invitation_list_edition ON answer_invitation_list (edition, organisation);

CREATE TABLE answer_invitation (
  key BLOB PRIMARY KEY CHECK (length(key) = 32),
  -- Follows from the key. SQL has no SHA-256.
  tag BLOB NOT NULL UNIQUE CHECK (length(tag) = 32),
  list TEXT NOT NULL REFERENCES answer_invitation_list (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_invitation_of_list ON answer_invitation (list, key);

-- Whether the making of invitations was entered for a month, found without reading the whole chain.
CREATE INDEX audit_entry_invitations ON audit_entry (organisation, month) WHERE action = 'make-invitations';
