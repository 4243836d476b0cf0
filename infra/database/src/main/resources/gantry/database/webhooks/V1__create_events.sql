-- One row per event of a provider, kept for ever: the key that makes a duplicate a duplicate must not expire.
CREATE TABLE webhooks.events (
  id uuid PRIMARY KEY,
  provider text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('live', 'test')),
  identity text NOT NULL,
  type text,
  resource_type text,
  resource text,
  message_group text NOT NULL,
  body bytea NOT NULL,
  sha256 text NOT NULL,
  headers jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('APPLIED', 'STALE', 'IGNORED', 'PARKED', 'QUARANTINED', 'FAILED')),
  reason text,
  error text,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  duplicates integer NOT NULL DEFAULT 0,
  last_duplicate_at timestamptz,
  request_id text,
  provider_time timestamptz,
  received_at timestamptz NOT NULL,
  verified_at timestamptz,
  queued_at timestamptz,
  stored_at timestamptz NOT NULL,
  decided_at timestamptz NOT NULL,
  dead_lettered_at timestamptz,
  UNIQUE (provider, mode, identity)
);

-- The list is newest first with any one of these filters; ids break ties.
CREATE INDEX events_by_time ON webhooks.events (received_at DESC, id DESC);
CREATE INDEX events_by_provider ON webhooks.events (provider, received_at DESC, id DESC);
CREATE INDEX events_by_type ON webhooks.events (type, received_at DESC, id DESC);
CREATE INDEX events_by_resource ON webhooks.events (resource, received_at DESC, id DESC);
CREATE INDEX events_by_state ON webhooks.events (state, received_at DESC, id DESC);

-- Every message that was counted. SQS may hand one out again; only a delivery seen for the first time is a duplicate
-- of the provider or a new run of a replay.
CREATE TABLE webhooks.deliveries (
  id uuid PRIMARY KEY,
  event uuid NOT NULL REFERENCES webhooks.events (id),
  at timestamptz NOT NULL
);

CREATE INDEX deliveries_of_event ON webhooks.deliveries (event);

-- What an operator should know about an event, once per kind.
CREATE TABLE webhooks.signals (
  event uuid NOT NULL REFERENCES webhooks.events (id),
  kind text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (event, kind)
);

-- Who replayed what and why.
CREATE TABLE webhooks.replays (
  id uuid PRIMARY KEY,
  actor text NOT NULL,
  tenant text NOT NULL,
  reason text NOT NULL,
  filter jsonb NOT NULL,
  dry_run boolean NOT NULL,
  matched integer NOT NULL,
  queued integer NOT NULL,
  skipped integer NOT NULL,
  request_id text,
  at timestamptz NOT NULL
);
