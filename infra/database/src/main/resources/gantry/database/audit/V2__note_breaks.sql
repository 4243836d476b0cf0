-- What the last look at each chain found wrong; a chain that is whole has no row.
CREATE TABLE audit.breaks (
  chain text PRIMARY KEY,
  number bigint NOT NULL,
  reason text NOT NULL,
  found_at timestamptz NOT NULL
);

-- Behind which chain the next look begins; '' is before the first.
CREATE TABLE audit.watch (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  after text NOT NULL
);

INSERT INTO audit.watch (after) VALUES ('');
