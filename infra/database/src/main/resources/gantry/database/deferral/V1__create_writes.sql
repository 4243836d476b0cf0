-- Writes that may wait and are done, whether at once or later. The id is given when the write is accepted, a UUIDv7, so
-- that ids of one subject are in the order of acceptance. Of no use once the queue has forgotten the message: 14 days.
CREATE TABLE deferral.writes (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  subject text NOT NULL,
  done_at timestamptz NOT NULL
);

CREATE INDEX writes_of_subject ON deferral.writes (kind, subject, id);
CREATE INDEX writes_by_time ON deferral.writes (done_at);
