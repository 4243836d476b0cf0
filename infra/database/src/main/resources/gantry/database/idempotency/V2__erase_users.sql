-- Deletes stored answers to one user, which quote what was asked. A run that is under way keeps its key.
CREATE FUNCTION idempotency.erase_user(asked_tenant text, asked_user text, pseudonym text, most integer) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  touched bigint;
BEGIN
  DELETE FROM idempotency.requests WHERE claim IN (
    SELECT claim FROM idempotency.requests
    WHERE tenant = asked_tenant AND caller = asked_user AND status IS NOT NULL LIMIT most);
  GET DIAGNOSTICS touched = ROW_COUNT;
  RETURN touched;
END $$;
