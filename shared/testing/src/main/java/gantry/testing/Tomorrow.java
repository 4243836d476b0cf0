package gantry.testing;

import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Makes a schema what the next release may make of it while today's code still runs: each table
 * gets columns, nullable and with a default, each schema a table. Code on it is the old code on the
 * new schema.
 */
public final class Tomorrow {
  /** Not the same columns everywhere: a copy by their places, table to table, must fail. */
  private static final String EXPAND =
      """
      DO $$
      DECLARE
        one record;
      BEGIN
        FOR one IN
          SELECT format('%I.%I', schema.nspname, class.relname) AS name,
                 row_number() OVER (ORDER BY class.oid) AS number
          FROM pg_class AS class JOIN pg_namespace AS schema ON schema.oid = class.relnamespace
          WHERE class.relkind IN ('r', 'p') AND NOT class.relispartition
            AND class.relname NOT IN ('migrations', 'of_tomorrow')
            AND schema.nspname NOT LIKE 'pg\\_%'
            AND schema.nspname NOT IN ('information_schema', 'public')
        LOOP
          IF one.number % 2 = 0 THEN
            EXECUTE format(
              'ALTER TABLE %s ADD COLUMN IF NOT EXISTS next_count integer NOT NULL DEFAULT 7',
              one.name);
          END IF;
          EXECUTE format('ALTER TABLE %s ADD COLUMN IF NOT EXISTS next_note text', one.name);
        END LOOP;
        FOR one IN
          SELECT nspname AS name FROM pg_namespace
          WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('information_schema', 'public')
        LOOP
          EXECUTE format('CREATE TABLE IF NOT EXISTS %I.of_tomorrow (id uuid PRIMARY KEY)', one.name);
        END LOOP;
      END
      $$
      """;

  private Tomorrow() {}

  /** Adds what is not there yet; whoever migrates must own the tables. */
  public static void expand(String url, String user, String password) {
    try (var connection = DriverManager.getConnection(url, user, password);
        var statement = connection.createStatement()) {
      statement.execute(EXPAND);
    } catch (SQLException e) {
      throw new IllegalStateException("The schema of tomorrow cannot be made", e);
    }
  }
}
