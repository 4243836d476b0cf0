-- Which server is the one writable primary. The row travels to every replica; the timeline does not: PostgreSQL starts a
-- new one at each promotion. A promoted server is therefore no primary of ours before an operator takes it over, and an
-- old one that is still alive has the older epoch.
CREATE TABLE cluster.epoch (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  epoch bigint NOT NULL CHECK (epoch > 0),
  timeline text,
  retired boolean NOT NULL DEFAULT false,
  since timestamptz NOT NULL,
  taken_over_by text NOT NULL
);

-- The server's own timeline, from the name of the WAL segment it writes; NULL where there is none to see (Aurora).
CREATE FUNCTION cluster.timeline() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  RETURN left(pg_walfile_name(pg_current_wal_lsn()), 8);
EXCEPTION WHEN feature_not_supported OR undefined_function OR insufficient_privilege THEN
  RETURN NULL;
END $$;

INSERT INTO cluster.epoch (epoch, timeline, since, taken_over_by)
VALUES (1, cluster.timeline(), clock_timestamp(), session_user);

-- The epoch under which this server may be written to; 0 when it may not.
CREATE FUNCTION cluster.standing() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  here cluster.epoch;
BEGIN
  IF pg_is_in_recovery() THEN
    RETURN 0;
  END IF;
  SELECT * INTO here FROM cluster.epoch;
  IF NOT FOUND OR here.retired OR here.timeline <> left(pg_walfile_name(pg_current_wal_lsn()), 8) THEN
    RETURN 0;
  END IF;
  RETURN here.epoch;
END $$;

-- Runs in the same flush as COMMIT: when it raises, nothing is committed. It answers the epoch, so that a client that
-- missed a promotion learns of it. 25006 is what a standby answers to a write.
CREATE FUNCTION cluster.fence(expected bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  standing bigint := cluster.standing();
BEGIN
  IF standing = 0 OR standing < expected THEN
    RAISE read_only_sql_transaction
      USING MESSAGE = format('This server stands in epoch %s, and %s is expected', standing, expected);
  END IF;
  RETURN standing;
END $$;

-- The operator's word that this server, and no other, is the primary from now on (docs/runbook.md). The epoch of before
-- must be named: a second call, or one on the wrong server, changes nothing.
CREATE FUNCTION cluster.take_over(last bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  taken bigint;
BEGIN
  IF pg_is_in_recovery() THEN
    RAISE EXCEPTION 'Promote this server first: SELECT pg_promote()';
  END IF;
  UPDATE cluster.epoch
  SET epoch = epoch + 1, timeline = cluster.timeline(), retired = false, since = clock_timestamp(),
      taken_over_by = session_user
  WHERE epoch = last
  RETURNING epoch INTO taken;
  IF taken IS NULL THEN
    RAISE EXCEPTION 'The last epoch was not %', last;
  END IF;
  RETURN taken;
END $$;

-- The end of a primary that can still be reached: it takes no further commit of ours, and what was open is ended.
CREATE PROCEDURE cluster.retire() LANGUAGE plpgsql AS $$
BEGIN
  SET LOCAL synchronous_commit = local;
  UPDATE cluster.epoch SET retired = true;
  COMMIT;
  PERFORM pg_terminate_backend(pid)
  FROM pg_stat_activity
  WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid();
END $$;
