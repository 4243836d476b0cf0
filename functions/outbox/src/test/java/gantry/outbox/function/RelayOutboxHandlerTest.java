package gantry.outbox.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gantry.database.Migrations;
import gantry.lambda.Metrics;
import gantry.secrets.Secrets;
import gantry.testing.FakeContext;
import gantry.testing.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.function.aws.LambdaContextFactory;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayOutboxHandlerTest {
  private static final ByteArrayOutputStream METRICS = new ByteArrayOutputStream();

  private final String url = PostgresServer.shared().newDatabase(Migrations::migrate);
  private final ApplicationContext context =
      ApplicationContext.run(Map.of("database.url", url, "database.user", PostgresServer.USER));
  private final RelayOutboxHandler handler = new RelayOutboxHandler(context);

  @Factory
  static final class TestFactory {
    @Singleton
    @Replaces(Secrets.class)
    Secrets secrets(Clock clock) {
      return Secrets.of(Map.of("DATABASE_PASSWORD", PostgresServer.PASSWORD), clock);
    }

    @Singleton
    @Replaces(Metrics.class)
    Metrics metrics(Clock clock) {
      return new Metrics(new PrintStream(METRICS, true, UTF_8), clock);
    }
  }

  @BeforeEach
  void migrate() {
    METRICS.reset();
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void anEmptyOutboxReportsNoLag() {
    var published = handler.handleRequest(Map.of(), new FakeContext("request-1", 50_000));

    assertThat(published).isZero();
    assertThat(METRICS.toString(UTF_8)).contains("\"OutboxLagSeconds\":0}");
  }

  @Test
  void theLagIsReportedWhenNothingCanBePublished() throws SQLException {
    append();

    assertThatThrownBy(() -> handler.handleRequest(Map.of(), new FakeContext("request-1", 50_000)))
        .hasMessage("DOMAIN_EVENTS_STREAM is not set");

    assertThat(METRICS.toString(UTF_8)).containsPattern("\"OutboxLagSeconds\":(59|6[0-9])");
  }

  @Test
  void contextsAreNotKept() {
    assertThat(context.getBean(LambdaContextFactory.class).getClass().getSimpleName())
        .isEqualTo("GantryLambdaContextFactory");
  }

  private void append() throws SQLException {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO outbox.events
            (id, stream, aggregate_type, aggregate, sequence, type, payload, occurred_at)
          VALUES
            (gen_random_uuid(), 'domain-events', 'order', 'a', 1, 'x', '{}', now() - interval '1 minute')
          """);
    }
  }
}
