package gantry.webhooks;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import gantry.database.Migrations;
import gantry.testing.FakeContext;
import gantry.testing.PostgresServer;
import gantry.testing.SqsEvents;
import gantry.testing.SqsServer;
import gantry.webhooks.receiver.QueueMessage;
import gantry.webhooks.receiver.WebhookDelivery;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The real handlers on a fresh database and fresh queues. */
public final class TestProcessor implements AutoCloseable {
  private static final Map<String, String> FIFO = Map.of("FifoQueue", "true");

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final SqsClient sqs = SqsServer.shared().client();
  private final String url = PostgresServer.shared().newDatabase();
  private final String inbox = createQueue("inbox-" + run + ".fifo");
  private final String deadLetters = createQueue("dead-" + run + ".fifo");
  private final ApplicationContext context;
  private final ProcessWebhookHandler handler;

  private TestProcessor(Map<String, Object> settings) {
    Migrations.migrate(url, PostgresServer.USER, PostgresServer.PASSWORD);
    var properties = new LinkedHashMap<String, Object>(settings);
    properties.put("database.url", url);
    properties.put("database.user", PostgresServer.USER);
    properties.put("webhook-inbox.queue-url", inbox);
    properties.put("webhook-inbox.dead-letter-queue-url", deadLetters);
    context = ApplicationContext.run(properties);
    handler = new ProcessWebhookHandler(context);
  }

  public static TestProcessor start() {
    return new TestProcessor(Map.of());
  }

  public static TestProcessor start(Map<String, Object> settings) {
    return new TestProcessor(settings);
  }

  public ApplicationContext context() {
    return context;
  }

  /** One batch in this order; answers the positions that come again. */
  public List<Integer> process(WebhookDelivery... deliveries) {
    var events = SqsEvents.from("inbox.fifo");
    for (var i = 0; i < deliveries.length; i++) {
      add(events, i, deliveries[i].toMessage());
    }
    return positions(handle(events.event()));
  }

  public SQSBatchResponse handle(SQSEvent event) {
    return handler.handleRequest(event, new FakeContext());
  }

  static void add(SqsEvents events, int position, QueueMessage message) {
    events.message(
        Integer.toString(position), message.groupId(), message.body(), message.attributes());
  }

  static List<Integer> positions(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .map(Integer::valueOf)
        .toList();
  }

  /** The row of the event that this delivery brought first. */
  public Map<String, @Nullable Object> event(WebhookDelivery delivery) {
    return rows("SELECT * FROM webhooks.events WHERE id = '" + delivery.id() + "'").getFirst();
  }

  /** The column of the one row that the query finds. */
  public @Nullable Object value(String sql) {
    var rows = rows(sql);
    if (rows.size() != 1) {
      throw new AssertionError(rows.size() + " rows: " + sql);
    }
    return rows.getFirst().values().iterator().next();
  }

  public List<Map<String, @Nullable Object>> rows(String sql) {
    try (var connection = PostgresServer.shared().connect(url);
        var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<Map<String, @Nullable Object>>();
      while (result.next()) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes what lies in the dead-letter queue. */
  public List<QueueMessage> deadLetters() {
    return take(deadLetters);
  }

  /** Takes what lies in the inbox. */
  public List<QueueMessage> inbox() {
    return take(inbox);
  }

  private List<QueueMessage> take(String queue) {
    return sqs
        .receiveMessage(receive ->
            receive
                .queueUrl(queue)
                .maxNumberOfMessages(10)
                .messageAttributeNames("All")
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages()
        .stream()
        .map(TestProcessor::content)
        .toList();
  }

  private static QueueMessage content(Message message) {
    var attributes = new LinkedHashMap<String, String>();
    message.messageAttributes().forEach((name, value) -> attributes.put(name, value.stringValue()));
    var system = message.attributesAsStrings();
    return new QueueMessage(
        message.body(),
        attributes,
        system.getOrDefault("MessageGroupId", ""),
        system.getOrDefault("MessageDeduplicationId", ""));
  }

  private String createQueue(String name) {
    return sqs.createQueue(create -> create.queueName(name).attributesWithStrings(FIFO)).queueUrl();
  }

  @Override
  public void close() {
    context.close();
    sqs.close();
  }
}
