CREATE INDEX claims_of_user ON payments.claims (tenant, user_id, created_at DESC);
CREATE INDEX grants_of_user ON payments.grants (user_id);

-- What is kept of one user, the newest thousand of each kind.
CREATE FUNCTION payments.user_data(asked_tenant text, asked_user text) RETURNS jsonb LANGUAGE sql STABLE AS $$
SELECT jsonb_build_object(
  'intents', (
    SELECT COALESCE(
      jsonb_agg(
        to_jsonb(i) - 'nonce' || jsonb_build_object(
          'options', (
            SELECT COALESCE(jsonb_agg(to_jsonb(o) - 'intent' || jsonb_build_object('units', CAST(o.units AS text))), '[]')
            FROM payments.options o WHERE o.intent = i.id),
          'payers', (
            SELECT COALESCE(jsonb_agg(to_jsonb(p) - 'intent'), '[]')
            FROM payments.payers p WHERE p.intent = i.id))),
      '[]')
    FROM (
      SELECT * FROM payments.intents
      WHERE tenant = asked_tenant AND user_id = asked_user ORDER BY created_at DESC LIMIT 1000) i),
  'claims', (
    SELECT COALESCE(jsonb_agg(to_jsonb(c)), '[]')
    FROM (
      SELECT id, intent, submission, hint, outcome, reason, chain, hash, currency, CAST(units AS text) AS units,
             created_at, updated_at
      FROM payments.claims
      WHERE tenant = asked_tenant AND user_id = asked_user ORDER BY created_at DESC LIMIT 1000) c),
  'ledger', (
    SELECT COALESCE(
      jsonb_agg(
        to_jsonb(e) || jsonb_build_object(
          'lines', (SELECT jsonb_agg(to_jsonb(l) - 'entry' || jsonb_build_object('units', CAST(l.units AS text)))
            FROM payments.ledger_lines l WHERE l.entry = e.id))),
      '[]')
    FROM (
      SELECT id, claim, kind, at FROM payments.ledger_entries
      WHERE tenant = asked_tenant AND user_id = asked_user ORDER BY at DESC LIMIT 1000) e))
$$;

-- The ledger still only grows: nothing in an entry changes but the name, and that once, to one that names nobody.
CREATE FUNCTION payments.only_unname() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'user_id' IS DISTINCT FROM to_jsonb(OLD) - 'user_id'
      OR OLD.user_id LIKE 'erased:%' OR NEW.user_id NOT LIKE 'erased:%' THEN
    RAISE EXCEPTION 'The ledger only grows' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER entries_stay ON payments.ledger_entries;
CREATE TRIGGER entries_stay BEFORE DELETE OR TRUNCATE ON payments.ledger_entries
  FOR EACH STATEMENT EXECUTE FUNCTION payments.refuse();
CREATE TRIGGER entries_lose_their_name BEFORE UPDATE ON payments.ledger_entries
  FOR EACH ROW EXECUTE FUNCTION payments.only_unname();

-- Intents first, as a claim that is being settled locks them: it then commits under the old name, which the next call finds, or
-- begins after us. What is a key of an effect (legs, hashes) stays.
CREATE FUNCTION payments.erase_user(asked_tenant text, asked_user text, pseudonym text, most integer) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  touched bigint := 0;
  matched bigint;
  intent_ids uuid[];
BEGIN
  WITH unnamed AS (
    UPDATE payments.intents
    SET user_id = pseudonym, stated_payer = NULL, stated_payer_family = NULL
    WHERE id IN (
      SELECT id FROM payments.intents WHERE tenant = asked_tenant AND user_id = asked_user ORDER BY id LIMIT most FOR UPDATE)
    RETURNING id)
  SELECT array_agg(id) INTO intent_ids FROM unnamed;
  touched := COALESCE(cardinality(intent_ids), 0);
  DELETE FROM payments.payers WHERE intent = ANY (intent_ids);
  GET DIAGNOSTICS matched = ROW_COUNT;
  touched := touched + matched;
  UPDATE payments.claims
  SET user_id = pseudonym, hint = NULL
  WHERE id IN (
    SELECT id FROM payments.claims WHERE tenant = asked_tenant AND user_id = asked_user ORDER BY id LIMIT most FOR UPDATE);
  GET DIAGNOSTICS matched = ROW_COUNT;
  touched := touched + matched;
  UPDATE payments.ledger_entries
  SET user_id = pseudonym
  WHERE id IN (
    SELECT id FROM payments.ledger_entries WHERE tenant = asked_tenant AND user_id = asked_user LIMIT most);
  GET DIAGNOSTICS matched = ROW_COUNT;
  touched := touched + matched;
  UPDATE payments.grants
  SET user_id = pseudonym,
      message = CAST(jsonb_set(CAST(message AS jsonb), '{userId}', to_jsonb(pseudonym)) AS text)
  WHERE claim IN (
    SELECT g.claim FROM payments.grants g
    JOIN payments.claims c ON c.id = g.claim AND c.tenant = asked_tenant
    WHERE g.user_id = asked_user LIMIT most);
  GET DIAGNOSTICS matched = ROW_COUNT;
  RETURN touched + matched;
END $$;
