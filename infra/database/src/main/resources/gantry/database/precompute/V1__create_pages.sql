-- Grows with every build: a build that comes late has a smaller number and is refused.
CREATE SEQUENCE precompute.fences;

-- The last good page of each view and subject.
CREATE TABLE precompute.pages (
  view text NOT NULL,
  subject text NOT NULL,
  fence bigint NOT NULL,
  body jsonb NOT NULL,
  items bigint NOT NULL,
  computed_at timestamptz NOT NULL,
  built_in_ms bigint NOT NULL,
  PRIMARY KEY (view, subject)
);

-- What must not be seen on a page any more, whatever build it comes from; "section:id" or the id alone.
CREATE TABLE precompute.removals (
  view text NOT NULL,
  subject text NOT NULL,
  item text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (view, subject, item)
);
