-- An audit takes parts while it is open. Batch numbers are given out here, so that no two parts share one.
CREATE TABLE followers.audits (
  id uuid PRIMARY KEY,
  tenant text NOT NULL,
  owner text NOT NULL,
  creator text NOT NULL,
  platform text NOT NULL,
  state text NOT NULL CHECK (state IN ('OPEN', 'CLOSED')),
  next_batch integer NOT NULL DEFAULT 0 CHECK (next_batch >= 0),
  created_at timestamptz NOT NULL
);

-- A part that is sent again, byte for byte, keeps its batch numbers and is thereby scored and counted once.
CREATE TABLE followers.parts (
  audit uuid NOT NULL REFERENCES followers.audits (id),
  sha256 text NOT NULL,
  first_batch integer NOT NULL,
  PRIMARY KEY (audit, sha256)
);

-- What was put on the queue and what has come back. A batch has more than one piece only when its scores would not fit
-- into one record. The row claims its piece: a record of the stream that comes again finds scored_at set.
CREATE TABLE followers.batches (
  audit uuid NOT NULL REFERENCES followers.audits (id),
  batch integer NOT NULL,
  piece integer NOT NULL,
  sent integer NOT NULL CHECK (sent >= 0),
  scored integer NOT NULL CHECK (scored >= 0),
  scored_at timestamptz,
  PRIMARY KEY (audit, batch, piece)
);

CREATE INDEX batches_waiting ON followers.batches (audit) WHERE scored_at IS NULL;

-- How many followers of an audit share a name or a handle's pattern; the key is a hash.
CREATE TABLE followers.duplicate_groups (
  audit uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('name', 'handle')),
  key bigint NOT NULL,
  members integer NOT NULL,
  PRIMARY KEY (audit, kind, key)
);

CREATE TABLE followers.followers (
  audit uuid NOT NULL,
  batch integer NOT NULL,
  place integer NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('FAKE', 'SUSPICIOUS', 'REAL', 'UNKNOWN')),
  name_key bigint,
  handle_key bigint,
  name_level integer NOT NULL,
  handle_level integer NOT NULL,
  result json NOT NULL,
  PRIMARY KEY (audit, batch, place)
);

CREATE INDEX followers_by_verdict ON followers.followers (audit, verdict, batch, place);
CREATE INDEX followers_by_name ON followers.followers (audit, name_key);
CREATE INDEX followers_by_handle ON followers.followers (audit, handle_key);

-- The running summary: followers by verdict, classic verdict, reason, tenth of probability, duplicate.
CREATE TABLE followers.tallies (
  audit uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  followers bigint NOT NULL,
  PRIMARY KEY (audit, kind, name)
);
