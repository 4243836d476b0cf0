-- What a user has consumed of a meter since its last reset; the row is the lock that consumptions queue at.
CREATE TABLE webhooks.usage_counters (
  tenant text NOT NULL,
  user_id text NOT NULL,
  meter text NOT NULL,
  used bigint NOT NULL CHECK (used >= 0),
  resets_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, user_id, meter)
);

-- Every attempt to consume and its first answer, kept for ever: the key that makes a repetition one must not expire.
CREATE TABLE webhooks.consumptions (
  tenant text NOT NULL,
  user_id text NOT NULL,
  meter text NOT NULL,
  consumption_id text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  allowed boolean NOT NULL,
  used bigint NOT NULL,
  allowance bigint NOT NULL,
  resets_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
  rolled_back_at timestamptz,
  PRIMARY KEY (tenant, user_id, meter, consumption_id),
  CHECK (allowed OR rolled_back_at IS NULL)
);

-- Where a user's day begins; without a row it is UTC.
CREATE TABLE webhooks.time_zones (
  tenant text NOT NULL,
  user_id text NOT NULL,
  zone text NOT NULL,
  PRIMARY KEY (tenant, user_id)
);
