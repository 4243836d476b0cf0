CREATE INDEX clones_of_cloner ON content.clones (cloner);
CREATE INDEX ratings_of_rater ON content.ratings (rater);
CREATE INDEX follows_of_follower ON content.follows (tenant, follower);

-- What is kept of one user, the newest thousand of each kind.
CREATE FUNCTION content.user_data(asked_tenant text, asked_user text) RETURNS jsonb LANGUAGE sql STABLE AS $$
SELECT jsonb_build_object(
  'profile', (
    SELECT to_jsonb(c) FROM content.creators c WHERE c.tenant = asked_tenant AND c.id = asked_user),
  'roadmaps', (
    SELECT COALESCE(jsonb_agg(to_jsonb(r) - ARRAY['search', 'heat', 'active_on', 'rating_bound']), '[]')
    FROM (
      SELECT * FROM content.roadmaps
      WHERE tenant = asked_tenant AND owner = asked_user ORDER BY created_at DESC LIMIT 1000) r),
  'clones', (
    SELECT COALESCE(jsonb_agg(to_jsonb(c)), '[]')
    FROM (
      SELECT c.roadmap, c.day FROM content.clones c
      JOIN content.roadmaps r ON r.id = c.roadmap AND r.tenant = asked_tenant
      WHERE c.cloner = asked_user ORDER BY c.day DESC LIMIT 1000) c),
  'ratings', (
    SELECT COALESCE(jsonb_agg(to_jsonb(g)), '[]')
    FROM (
      SELECT g.roadmap, g.stars, g.day FROM content.ratings g
      JOIN content.roadmaps r ON r.id = g.roadmap AND r.tenant = asked_tenant
      WHERE g.rater = asked_user ORDER BY g.day DESC LIMIT 1000) g),
  'follows', (
    SELECT COALESCE(jsonb_agg(f.creator), '[]')
    FROM (
      SELECT creator FROM content.follows
      WHERE tenant = asked_tenant AND follower = asked_user ORDER BY creator LIMIT 1000) f),
  'progress', (
    SELECT COALESCE(jsonb_agg(to_jsonb(p)), '[]')
    FROM (
      SELECT roadmap, completed_lessons, updated_at FROM content.progress
      WHERE tenant = asked_tenant AND learner = asked_user ORDER BY updated_at DESC LIMIT 1000) p))
$$;

-- Deletes at most so many of each kind, and answers how many rows that were. Counters keep what was counted. A removal lets
-- the page of a tenant whose last roadmap goes become empty.
CREATE FUNCTION content.erase_user(asked_tenant text, asked_user text, pseudonym text, most integer) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  touched bigint := 0;
  matched bigint;
BEGIN
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
