-- Access that other capabilities and operators give. A revocation that is heard of first leaves a row without its grant.
CREATE TABLE webhooks.grants (
  grant_id text PRIMARY KEY,
  user_id text,
  tenant text,
  plan text,
  source text,
  starts_at timestamptz,
  until timestamptz,
  heard_at timestamptz NOT NULL,
  revoked_at timestamptz,
  CHECK (revoked_at IS NOT NULL OR user_id IS NOT NULL),
  CHECK (user_id IS NULL OR plan IS NOT NULL AND source IS NOT NULL AND starts_at IS NOT NULL)
);

CREATE INDEX grants_of_user ON webhooks.grants (user_id) WHERE user_id IS NOT NULL;
