-- Tokens that users keep an eye on. Due is the next look; who takes one moves it on.
CREATE TABLE token_scan.watches (
  id uuid PRIMARY KEY,
  tenant text NOT NULL,
  watched_by text NOT NULL,
  chain text NOT NULL,
  address text NOT NULL,
  level text,
  checked_at timestamptz,
  due_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant, watched_by, chain, address),
  CHECK ((level IS NULL) = (checked_at IS NULL))
);

CREATE INDEX watches_due ON token_scan.watches (due_at);
