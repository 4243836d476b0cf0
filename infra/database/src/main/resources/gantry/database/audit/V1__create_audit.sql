-- The end of each chain. The root chain tells of every other one that it was opened.
CREATE TABLE audit.chains (
  chain text PRIMARY KEY,
  last_number bigint NOT NULL,
  last_hash text NOT NULL
);

INSERT INTO audit.chains (chain, last_number, last_hash) VALUES ('root', 0, '');

-- Who did what to what. Details are text, not jsonb, because the hash is over them as they were written.
CREATE TABLE audit.events (
  id uuid PRIMARY KEY,
  chain text NOT NULL,
  number bigint NOT NULL,
  tenant text NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  object_type text NOT NULL,
  object text NOT NULL,
  before_hash text,
  after_hash text,
  details text NOT NULL,
  request_id text,
  at timestamptz NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  UNIQUE (chain, number)
);

CREATE INDEX events_by_time ON audit.events (at DESC, id DESC);
CREATE INDEX events_by_tenant ON audit.events (tenant, at DESC, id DESC);
CREATE INDEX events_by_actor ON audit.events (actor, at DESC, id DESC);
CREATE INDEX events_by_object ON audit.events (object_type, object, at DESC, id DESC);

-- An event takes the place behind its chain's end, or none.
CREATE FUNCTION audit.extend_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE audit.chains
  SET last_number = NEW.number, last_hash = NEW.hash
  WHERE chain = NEW.chain AND last_number = NEW.number - 1 AND last_hash = NEW.previous_hash;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The audit event does not continue its chain' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER extend_chain AFTER INSERT ON audit.events
  FOR EACH ROW EXECUTE FUNCTION audit.extend_chain();
CREATE TRIGGER events_are_final BEFORE UPDATE OR DELETE ON audit.events
  FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER events_stay BEFORE TRUNCATE ON audit.events
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER only_events_extend BEFORE UPDATE ON audit.chains
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER ends_stay BEFORE DELETE ON audit.chains
  FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER chains_stay BEFORE TRUNCATE ON audit.chains
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
