-- As V3 has it, and the creator's own name leaves the page, too.
CREATE OR REPLACE FUNCTION content.erase_user(asked_tenant text, asked_user text, pseudonym text, most integer) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  touched bigint := 0;
  matched bigint;
BEGIN
  INSERT INTO precompute.removals (view, subject, item, at)
  SELECT 'discover', tenant, 'topCreators:' || id, clock_timestamp() FROM content.creators
  WHERE tenant = asked_tenant AND id = asked_user
  ON CONFLICT (view, subject, item) DO UPDATE SET at = excluded.at;
  DELETE FROM content.progress WHERE ctid IN (
    SELECT ctid FROM content.progress WHERE tenant = asked_tenant AND learner = asked_user LIMIT most);
  GET DIAGNOSTICS matched = ROW_COUNT;
  touched := touched + matched;
  DELETE FROM content.ratings WHERE (roadmap, rater) IN (
    SELECT g.roadmap, g.rater FROM content.ratings g
    JOIN content.roadmaps r ON r.id = g.roadmap AND r.tenant = asked_tenant
    WHERE g.rater = asked_user LIMIT most);
  GET DIAGNOSTICS matched = ROW_COUNT;
  touched := touched + matched;
  DELETE FROM content.clones WHERE (roadmap, cloner) IN (
    SELECT c.roadmap, c.cloner FROM content.clones c
    JOIN content.roadmaps r ON r.id = c.roadmap AND r.tenant = asked_tenant
    WHERE c.cloner = asked_user LIMIT most);
  GET DIAGNOSTICS matched = ROW_COUNT;
  touched := touched + matched;
  DELETE FROM content.follows WHERE (tenant, creator, follower) IN (
    SELECT tenant, creator, follower FROM content.follows
    WHERE tenant = asked_tenant AND (follower = asked_user OR creator = asked_user) LIMIT most);
  GET DIAGNOSTICS matched = ROW_COUNT;
  touched := touched + matched;
  -- Each takes others' progress and ratings of it along: fewer at a time.
  WITH gone AS (
    DELETE FROM content.roadmaps WHERE id IN (
      SELECT id FROM content.roadmaps WHERE tenant = asked_tenant AND owner = asked_user LIMIT greatest(most / 20, 1))
    RETURNING id)
  INSERT INTO precompute.removals (view, subject, item, at)
  SELECT 'discover', asked_tenant, CAST(id AS text), clock_timestamp() FROM gone
  ON CONFLICT (view, subject, item) DO UPDATE SET at = excluded.at;
  GET DIAGNOSTICS matched = ROW_COUNT;
  touched := touched + matched;
  IF touched = 0 THEN
    DELETE FROM content.follow_increments WHERE tenant = asked_tenant AND creator = asked_user;
    DELETE FROM content.creators WHERE tenant = asked_tenant AND id = asked_user;
    GET DIAGNOSTICS touched = ROW_COUNT;
  END IF;
  RETURN touched;
END $$;
