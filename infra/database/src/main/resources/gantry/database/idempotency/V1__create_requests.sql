-- A key of one caller on one route, the run that holds it, and its answer once there is one.
CREATE TABLE idempotency.requests (
  tenant text NOT NULL,
  caller text NOT NULL,
  route text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  claim uuid NOT NULL UNIQUE,
  claimed_at timestamptz NOT NULL,
  leased_until timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  status integer CHECK (status BETWEEN 200 AND 499),
  headers text,
  body text,
  PRIMARY KEY (tenant, caller, route, key),
  CHECK (status IS NOT NULL OR headers IS NULL AND body IS NULL)
);

-- The purge: DELETE FROM idempotency.requests WHERE expires_at < now().
CREATE INDEX requests_by_expiry ON idempotency.requests (expires_at);
