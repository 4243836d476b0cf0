package gantry.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gantry.audit.AuditFilter;
import gantry.audit.AuditedEvent;
import gantry.audit.ViewAudit;
import gantry.database.Migrations;
import gantry.postgres.TimeCursor;
import gantry.secrets.Secrets;
import gantry.testing.FaultProxy;
import gantry.testing.MutableClock;
import gantry.testing.PostgresServer;
import gantry.testing.SqsServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The module on a fresh, migrated database behind a proxy, with queues of its own. */
final class TestModule implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  final FaultProxy database;
  final SqsClient sqs = SqsServer.shared().client();
  private final String url = PostgresServer.shared().newDatabase(Migrations::migrate);
  final String notices = queue("notices");
  final String dead = queue("dead");
  private final ApplicationContext context;

  TestModule() {
    var server = PostgresServer.shared();
    database = FaultProxy.to(server.port());
    context =
        ApplicationContext.run(
            Map.of(
                "database.url",
                url.replace(":" + server.port(), ":" + database.port()),
                "database.user",
                PostgresServer.USER,
                "database.deadline",
                "PT1.5S",
                "aws.lambda.max-concurrency",
                8,
                "rate-limit.instances",
                1,
                "alert.notices-queue-url",
                notices,
                "alert.dead-letter-queues",
                "webhook-inbox=" + dead));
  }

  @Factory
  static final class Fixtures {
    @Singleton
    @Replaces(Secrets.class)
    Secrets secrets(Clock clock) {
      return Secrets.of(Map.of("DATABASE_PASSWORD", PostgresServer.PASSWORD), clock);
    }

    @Singleton
    @Primary
    @Replaces(value = SqsClient.class, factory = AlertsFactory.class)
    SqsClient sqs() {
      return SqsServer.shared().client();
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

  MutableClock clock() {
    return context.getBean(MutableClock.class);
  }

  /** Past the audit's triggers, as a superuser can. */
  void tamper(String sql) {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica; " + sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<AuditedEvent> audited(String action) {
    var filter =
        new AuditFilter(
            null, null, action, null, null, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    return context.getBean(ViewAudit.class).newestFirst(filter, TimeCursor.LAST, 100);
  }

  WatchAlertsHandler watch() {
    return new WatchAlertsHandler(context);
  }

  /** What was told since the last look, each as {@code CHANNEL STATE}. */
  List<String> told(String rule) {
    return drain(notices).stream()
        .map(message -> json(message.body()))
        .filter(notice -> notice.path("rule").asText().equals(rule))
        .map(notice -> notice.path("channel").asText() + " " + notice.path("state").asText())
        .sorted()
        .toList();
  }

  void deadLetter() {
    sqs.sendMessage(send ->
        send.queueUrl(dead)
            .messageBody("{}")
            .messageGroupId("g")
            .messageDeduplicationId(UUID.randomUUID().toString()));
  }

  List<Message> drain(String queue) {
    var all = new java.util.ArrayList<Message>();
    List<Message> some;
    do {
      some =
          sqs.receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(10)).messages();
      some.forEach(message ->
          sqs.deleteMessage(
              delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle())));
      all.addAll(some);
    } while (!some.isEmpty());
    return all;
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private String queue(String name) {
    var run = UUID.randomUUID().toString().substring(0, 8);
    return sqs.createQueue(request ->
            request
                .queueName("alerts-" + name + "-" + run + ".fifo")
                .attributesWithStrings(Map.of("FifoQueue", "true")))
        .queueUrl();
  }

  @Override
  public void close() {
    context.close();
    database.close();
    sqs.close();
  }
}
