package gantry.fakefollowers;

import gantry.database.Migrations;
import gantry.fakefollowers.audit.BatchQueue;
import gantry.fakefollowers.batch.FollowerBatch;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The module on a fresh, migrated database, with a queue in memory. */
public final class TestModule implements AutoCloseable {
  private final String url = PostgresServer.shared().newDatabase(Migrations::migrate);
  private final ApplicationContext context;

  public TestModule() {
    this(Map.of());
  }

  public TestModule(Map<String, Object> settings) {
    var all = new HashMap<String, Object>(settings);
    all.put("database.url", url);
    all.put("database.user", PostgresServer.USER);
    all.put("aws.lambda.max-concurrency", 8);
    all.put("rate-limit.instances", 1);
    context = ApplicationContext.run(all);
  }

  @Factory
  static final class Fixtures {
    @Singleton
    @Replaces(Secrets.class)
    Secrets secrets(Clock clock) {
      return Secrets.of(Map.of("DATABASE_PASSWORD", PostgresServer.PASSWORD), clock);
    }

    @Primary
    @Singleton
    MemoryQueue queue() {
      return new MemoryQueue();
    }

    @Primary
    @Singleton
    Clock clock() {
      return MutableClock.at("2026-11-21T12:00:00Z");
    }
  }

  /** Holds what was sent. */
  public static final class MemoryQueue implements BatchQueue {
    public final ConcurrentLinkedQueue<FollowerBatch> batches = new ConcurrentLinkedQueue<>();

    @Override
    public void send(List<FollowerBatch> more) {
      batches.addAll(more);
    }
  }

  public ApplicationContext context() {
    return context;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Rows with their columns joined by spaces. */
  public List<String> query(String sql) {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (result.next()) {
        var row = new ArrayList<String>();
        for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join(" ", row));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
