CREATE INDEX audits_of_owner ON followers.audits (tenant, owner, created_at DESC);

-- What is kept of one user, the newest thousand. Followers are other people: only how many.
CREATE FUNCTION followers.user_data(asked_tenant text, asked_user text) RETURNS jsonb LANGUAGE sql STABLE AS $$
SELECT jsonb_build_object(
  'audits', (
    SELECT COALESCE(
      jsonb_agg(
        to_jsonb(a) || jsonb_build_object(
          'followers', (SELECT COALESCE(sum(b.scored), 0) FROM followers.batches b WHERE b.audit = a.id))),
      '[]')
    FROM (
      SELECT id, creator, platform, state, created_at, followers_retired_at FROM followers.audits
      WHERE tenant = asked_tenant AND owner = asked_user ORDER BY created_at DESC LIMIT 1000) a))
$$;

-- The numbers stay without a name. The followers are out of reach at once and deleted by the next maintenance, which also
-- finds those of a batch that is still under way.
CREATE FUNCTION followers.erase_user(asked_tenant text, asked_user text, pseudonym text, most integer) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  touched bigint;
BEGIN
  UPDATE followers.audits
  SET owner = pseudonym, creator = '', state = 'CLOSED',
      followers_retired_at = COALESCE(followers_retired_at, clock_timestamp())
  WHERE id IN (SELECT id FROM followers.audits WHERE tenant = asked_tenant AND owner = asked_user LIMIT most);
  GET DIAGNOSTICS touched = ROW_COUNT;
  RETURN touched;
END $$;
