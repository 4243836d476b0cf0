package gantry.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Brings every capability's schema up to date; any number of these may run at once. */
public final class Migrations {
  private static final List<String> CAPABILITIES =
      List.of("audit", "emergency", "idempotency", "outbox", "webhooks");

  /** A migration that cannot get its table gives up instead of queueing all traffic behind it. */
  private static final String LOCK_TIMEOUT = "SET lock_timeout = '5s'";

  private static final String CREATE_SCHEMAS =
      """
      BEGIN;
      SELECT pg_advisory_xact_lock(hashtext('gantry.migrations'));
      CREATE SCHEMA IF NOT EXISTS audit;
      CREATE SCHEMA IF NOT EXISTS emergency;
      CREATE SCHEMA IF NOT EXISTS idempotency;
      CREATE SCHEMA IF NOT EXISTS outbox;
      CREATE SCHEMA IF NOT EXISTS webhooks;
      COMMIT
      """;

  private Migrations() {}

  /** Runs what has not run yet and says how many migrations that were. */
  public static int migrate(String url, String user, String password) {
    createSchemas(url, user, password);
    return CAPABILITIES.stream().mapToInt(name -> migrate(name, url, user, password)).sum();
  }

  // Flyway locks its history table, but two first runs would race to create the schema that holds
  // it.
  private static void createSchemas(String url, String user, String password) {
    try (var connection = DriverManager.getConnection(url, user, password);
        var statement = connection.createStatement()) {
      statement.execute(CREATE_SCHEMAS);
    } catch (SQLException e) {
      throw new IllegalStateException("The schemas cannot be created", e);
    }
  }

  private static int migrate(String capability, String url, String user, String password) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(url, user, password)
        .initSql(LOCK_TIMEOUT)
        .locations("classpath:gantry/database/" + capability)
        .defaultSchema(capability)
        .createSchemas(false)
        .table("migrations")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
