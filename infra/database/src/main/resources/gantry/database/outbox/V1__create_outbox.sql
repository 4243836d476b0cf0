-- The last number given to each aggregate. Its row lock is held until the business transaction ends, so numbers
-- are free of gaps and become visible in their own order.
CREATE TABLE outbox.aggregates (
  aggregate_type text NOT NULL,
  aggregate text NOT NULL,
  last_sequence bigint NOT NULL CHECK (last_sequence > 0),
  PRIMARY KEY (aggregate_type, aggregate)
);

CREATE TABLE outbox.events (
  id uuid PRIMARY KEY,
  stream text NOT NULL,
  aggregate_type text NOT NULL,
  aggregate text NOT NULL,
  sequence bigint NOT NULL,
  type text NOT NULL,
  payload jsonb NOT NULL,
  occurred_at timestamptz NOT NULL,
  request_id text,
  published_at timestamptz,
  UNIQUE (aggregate_type, aggregate, sequence)
);

-- The relay asks for the oldest rows first, and whether an older one of the same aggregate still waits.
CREATE INDEX events_waiting ON outbox.events (id) WHERE published_at IS NULL;
CREATE INDEX events_waiting_of_aggregate ON outbox.events (aggregate_type, aggregate, sequence) WHERE published_at IS NULL;

-- What a consumer of a stream has seen of each aggregate; anything not newer is dropped.
CREATE TABLE outbox.positions (
  consumer text NOT NULL,
  aggregate_type text NOT NULL,
  aggregate text NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (consumer, aggregate_type, aggregate)
);
