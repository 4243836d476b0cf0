package gantry.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings every capability's schema up to date; any number of these may run at once. */
public final class Migrations {
  static final List<String> CAPABILITIES =
      List.of(
          "alerts",
          "audit",
          "cluster",
          "content",
          "deferral",
          "emergency",
          "followers",
          "idempotency",
          "operations",
          "outbox",
          "payments",
          "precompute",
          "token_scan",
          "webhooks");

  /** A migration that cannot get its table gives up instead of queueing all traffic behind it. */
  private static final String LIMITS =
      "SET lock_timeout = '5s'; " + Patience.MIGRATION.statementTimeout();

  /**
   * The lock is the session's. Flyway locks its history tables, but first runs at the same time
   * would race for the schemas and for the history's beginning.
   */
  private static final String LOCK = "SELECT pg_advisory_lock(hashtext('gantry.migrations'))";

  private Migrations() {}

  /** Runs what has not run yet and says how many migrations that were. */
  public static int migrate(String url, String user, String password) {
    try (var connection = DriverManager.getConnection(url, user, password);
        var statement = connection.createStatement()) {
      statement.execute(LOCK);
      for (var name : CAPABILITIES) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + name);
      }
      return CAPABILITIES.stream().mapToInt(name -> migrate(name, url, user, password)).sum();
    } catch (SQLException e) {
      throw new IllegalStateException("The schemas cannot be created", e);
    }
  }

  private static int migrate(String capability, String url, String user, String password) {
    return flyway(capability).dataSource(url, user, password).load().migrate().migrationsExecuted;
  }

  /** An older jar leaves what a newer one has migrated alone: that is Flyway's default. */
  static FluentConfiguration flyway(String capability) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .initSql(LIMITS)
        .locations("classpath:gantry/database/" + capability)
        .defaultSchema(capability)
        .createSchemas(false)
        .table("migrations")
        .baselineOnMigrate(true)
        .baselineVersion("0");
  }
}
