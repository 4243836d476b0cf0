-- Who is being erased, or was: the name is gone with its end, and the pseudonym that was put in its place names nobody.
CREATE TABLE operations.erasures (
  pseudonym text PRIMARY KEY,
  tenant text NOT NULL,
  user_id text,
  begun_at timestamptz NOT NULL,
  ended_at timestamptz,
  UNIQUE (tenant, user_id),
  CHECK ((user_id IS NULL) = (ended_at IS NOT NULL))
);
