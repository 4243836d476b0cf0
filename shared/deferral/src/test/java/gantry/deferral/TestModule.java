package gantry.deferral;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import gantry.database.Migrations;
import gantry.postgres.Transactions;
import gantry.secrets.Secrets;
import gantry.testing.Eventually;
import gantry.testing.FaultProxy;
import gantry.testing.PostgresServer;
import gantry.testing.SqsEvents;
import gantry.testing.SqsServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The module on a real database, behind a network that can fail, and a real queue. */
final class TestModule implements AutoCloseable {
  private final PostgresServer server = PostgresServer.shared();
  private final String url = server.newDatabase(Migrations::migrate);
  private final SqsClient sqs = SqsServer.shared().client();
  private final String queue;
  private final ApplicationContext context;
  final FaultProxy network = FaultProxy.to(server.port());

  TestModule() throws SQLException {
    execute("CREATE TABLE notes (note text UNIQUE)");
    queue =
        sqs.createQueue(create ->
                create
                    .queueName("deferred-" + UUID.randomUUID() + ".fifo")
                    .attributesWithStrings(Map.of("FifoQueue", "true")))
            .queueUrl();
    context =
        ApplicationContext.run(
            Map.of(
                "database.url",
                url.replace(":" + server.port(), ":" + network.port()),
                "database.user",
                PostgresServer.USER,
                "database.deadline",
                "PT1S",
                "deferral.queue-url",
                queue));
  }

  /** What a capability brings along. */
  @Factory
  static final class Beans {
    @Singleton
    SqsClient sqs() {
      return SqsServer.shared().client();
    }

    @Singleton
    @Replaces(Secrets.class)
    Secrets secrets(Clock clock) {
      return Secrets.of(Map.of("DATABASE_PASSWORD", PostgresServer.PASSWORD), clock);
    }
  }

  /** Something to be written. */
  @Serdeable
  record Note(String text) {}

  Deferral<Integer> write(String subject, String note) {
    var write = new DeferrableWrite("note", subject, new Note(note));
    return context.getBean(Deferrals.class).nowOrLater(write, () -> insert(note));
  }

  /** Lets everything pass again; the pool needs a moment to notice. */
  void heal() {
    network.heal();
    var transactions = context.getBean(Transactions.class);
    var store = context.getBean(PostgresWriteStore.class);
    Eventually.within(
        Duration.ofSeconds(20), () -> transactions.inTransaction(() -> store.lock("nothing")));
  }

  private int insert(String note) {
    return context
        .getBean(JdbcOperations.class)
        .prepareStatement(
            "INSERT INTO notes VALUES ('" + note + "')", PreparedStatement::executeUpdate);
  }

  /** Takes what lies in the queue. */
  List<Message> waiting() {
    return sqs.receiveMessage(receive ->
            receive
                .queueUrl(queue)
                .maxNumberOfMessages(10)
                .messageAttributeNames("All")
                .messageSystemAttributeNamesWithStrings("All"))
        .messages();
  }

  /** Hands them to the function; answers how many come again. */
  int apply(List<Message> messages) {
    return context
        .getBean(DeferredWrites.class)
        .forEach(event(messages), Note.class, note -> insert(note.text()))
        .getBatchItemFailures()
        .size();
  }

  private static SQSEvent event(List<Message> messages) {
    var events = SqsEvents.from("deferred.fifo");
    for (var message : messages) {
      var attributes =
          message.messageAttributes().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().stringValue()));
      events.message(
          message.messageId(),
          message.attributesAsStrings().getOrDefault("MessageGroupId", ""),
          message.body(),
          attributes);
    }
    return events.event();
  }

  List<String> notes() throws SQLException {
    var notes = new ArrayList<String>();
    try (var connection = server.connect(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT note FROM notes ORDER BY note")) {
      while (rows.next()) {
        notes.add(rows.getString(1));
      }
    }
    return notes;
  }

  private void execute(String sql) throws SQLException {
    try (var connection = server.connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void deleteQueue() {
    sqs.deleteQueue(delete -> delete.queueUrl(queue));
  }

  @Override
  public void close() {
    context.close();
    network.close();
    sqs.close();
  }
}
