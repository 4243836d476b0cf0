CREATE INDEX scans_of_user ON token_scan.scans (tenant, ordered_by, created_at DESC);

-- What is kept of one user, the newest thousand of each kind.
CREATE FUNCTION token_scan.user_data(asked_tenant text, asked_user text) RETURNS jsonb LANGUAGE sql STABLE AS $$
SELECT jsonb_build_object(
  'scans', (
    SELECT COALESCE(
      jsonb_agg(
        to_jsonb(s) || jsonb_build_object(
          'tokens', (SELECT count(*) FROM token_scan.items i WHERE i.scan_id = s.id))),
      '[]')
    FROM (
      SELECT id, created_at FROM token_scan.scans
      WHERE tenant = asked_tenant AND ordered_by = asked_user ORDER BY created_at DESC LIMIT 1000) s),
  'watches', (
    SELECT COALESCE(jsonb_agg(to_jsonb(w)), '[]')
    FROM (
      SELECT chain, address, level, checked_at FROM token_scan.watches
      WHERE tenant = asked_tenant AND watched_by = asked_user ORDER BY chain, address LIMIT 1000) w))
$$;

-- A scan takes up to 1,000 tokens along: fewer at a time. A message that is under way finds nothing, and that is that.
CREATE FUNCTION token_scan.erase_user(asked_tenant text, asked_user text, pseudonym text, most integer) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  touched bigint := 0;
  matched bigint;
BEGIN
  DELETE FROM token_scan.watches WHERE id IN (
    SELECT id FROM token_scan.watches WHERE tenant = asked_tenant AND watched_by = asked_user LIMIT most);
  GET DIAGNOSTICS matched = ROW_COUNT;
  touched := touched + matched;
  DELETE FROM token_scan.scans WHERE id IN (
    SELECT id FROM token_scan.scans WHERE tenant = asked_tenant AND ordered_by = asked_user LIMIT greatest(most / 50, 1));
  GET DIAGNOSTICS matched = ROW_COUNT;
  RETURN touched + matched;
END $$;
