package gantry.emergency;

import gantry.database.Migrations;
import gantry.secrets.Secrets;
import gantry.testing.MutableClock;
import gantry.testing.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The module on a fresh, migrated database, without Redis. */
final class TestModule implements AutoCloseable {
  private final String url;
  private final ApplicationContext context;

  TestModule() {
    this(PostgresServer.shared().newDatabase(Migrations::migrate), "");
  }

  private TestModule(String url, String redis) {
    this.url = url;
    context =
        ApplicationContext.run(
            Map.of(
                "database.url",
                url,
                "database.user",
                PostgresServer.USER,
                "redis.url",
                redis,
                "aws.lambda.max-concurrency",
                8));
  }

  /** A process that begins now, on the same database. */
  TestModule another(String redis) {
    return new TestModule(url, redis);
  }

  @Factory
  static final class Fixtures {
    @Singleton
    @Replaces(Secrets.class)
    Secrets secrets(Clock clock) {
      return Secrets.of(Map.of("DATABASE_PASSWORD", PostgresServer.PASSWORD), clock);
    }

    @Singleton
    MutableClock clock() {
      return MutableClock.at("2026-11-21T12:00:00Z");
    }

    @Primary
    @Singleton
    Clock primary(MutableClock clock) {
      return clock;
    }
  }

  ApplicationContext context() {
    return context;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  void execute(String sql) {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of each row. */
  List<@Nullable Object> query(String sql) {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var values = new ArrayList<@Nullable Object>();
      while (result.next()) {
        values.add(result.getObject(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
