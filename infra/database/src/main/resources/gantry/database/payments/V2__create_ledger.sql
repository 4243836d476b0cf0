-- Double entry: the lines of an entry sum to zero in every currency. A correction is another entry.
CREATE TABLE payments.ledger_entries (
  id uuid PRIMARY KEY,
  tenant text NOT NULL,
  user_id text NOT NULL,
  claim uuid NOT NULL REFERENCES payments.claims (id),
  kind text NOT NULL CHECK (kind IN ('RECEIPT', 'CREDIT', 'RETURN', 'REVERSAL')),
  at timestamptz NOT NULL,
  UNIQUE (claim, kind)
);

CREATE INDEX ledger_by_user ON payments.ledger_entries (tenant, user_id, at DESC, id DESC);

CREATE TABLE payments.ledger_lines (
  entry uuid NOT NULL REFERENCES payments.ledger_entries (id),
  account text NOT NULL CHECK (account IN ('RECEIVED', 'UNALLOCATED', 'CREDITED', 'SURPLUS', 'TO_RETURN')),
  currency text NOT NULL,
  units numeric(78, 0) NOT NULL CHECK (units <> 0),
  PRIMARY KEY (entry, account, currency)
);

CREATE FUNCTION payments.require_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM payments.ledger_lines WHERE entry = NEW.entry GROUP BY currency HAVING sum(units) <> 0) THEN
    RAISE EXCEPTION 'The entry does not sum to zero' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION payments.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The ledger only grows' USING ERRCODE = 'restrict_violation';
END $$;

CREATE CONSTRAINT TRIGGER entries_balance AFTER INSERT ON payments.ledger_lines
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payments.require_balance();

CREATE TRIGGER entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON payments.ledger_entries
  FOR EACH STATEMENT EXECUTE FUNCTION payments.refuse();
CREATE TRIGGER lines_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON payments.ledger_lines
  FOR EACH STATEMENT EXECUTE FUNCTION payments.refuse();
CREATE TRIGGER consumed_legs_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON payments.consumed_legs
  FOR EACH STATEMENT EXECUTE FUNCTION payments.refuse();
