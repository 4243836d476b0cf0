package gantry.outbox;

import gantry.database.Migrations;
import gantry.postgres.Transactions;
import gantry.secrets.Secrets;
import gantry.testing.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The outbox on a fresh database, with a stream of the test's choice. */
final class TestOutbox implements AutoCloseable {
  private final String url = PostgresServer.shared().newDatabase(Migrations::migrate);
  private final ApplicationContext context;

  TestOutbox(KinesisClient kinesis, String stream) {
    context =
        ApplicationContext.builder()
            .properties(
                Map.of(
                    "database.url",
                    url,
                    "database.user",
                    PostgresServer.USER,
                    "aws.lambda.max-concurrency",
                    16,
                    "domain-events.stream",
                    stream))
            .singletons(kinesis)
            .start();
  }

  @Factory
  static final class Password {
    @Singleton
    @Replaces(Secrets.class)
    Secrets secrets(Clock clock) {
      return Secrets.of(Map.of("DATABASE_PASSWORD", PostgresServer.PASSWORD), clock);
    }
  }

  @Serdeable
  record Note(String text) {}

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  void append(String aggregate, String... types) {
    bean(Transactions.class)
        .inTransaction(() -> {
          for (var type : types) {
            bean(Outbox.class).append(OutboxEvent.of("order", aggregate, type, new Note("ü")));
          }
          return types.length;
        });
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
