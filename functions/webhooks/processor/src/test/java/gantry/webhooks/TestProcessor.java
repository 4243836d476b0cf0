package gantry.webhooks;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import gantry.testing.FakeContext;
import gantry.testing.FaultProxy;
import gantry.testing.PostgresServer;
import gantry.testing.SqsEvents;
import gantry.testing.SqsServer;
import gantry.webhooks.receiver.QueueMessage;
import gantry.webhooks.receiver.WebhookDelivery;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real handlers on a fresh database and fresh queues. */
public final class TestProcessor implements AutoCloseable {
  private static final String PLANS =
      """
      {"FREE":{"limits":{"units":5}},
       "STARTER":{"variants":["111"],"limits":{"units":50}},
       "PRO":{"variants":["222"],"limits":{"units":500,"exports":3}}}
      """;

  private final TestDatabase database;
  private final TestQueues queues;
  private final ApplicationContext context;
  private final ProcessWebhookHandler handler;
  private final StoreCrashedWebhookHandler crashed;

  private TestProcessor(TestDatabase database, TestQueues queues, String url) {
    this(database, queues, url, Map.of());
  }

  private TestProcessor(
      TestDatabase database, TestQueues queues, String url, Map<String, Object> settings) {
    this.database = database;
    this.queues = queues;
    context = context(url, queues, settings);
    handler = new ProcessWebhookHandler(context);
    crashed = new StoreCrashedWebhookHandler(context);
  }

  public static TestProcessor start() {
    return on(PostgresServer.shared());
  }

  static TestProcessor on(PostgresServer server) {
    var database = TestDatabase.on(server);
    return new TestProcessor(database, new TestQueues(60), database.url());
  }

  /** With more settings. */
  public static TestProcessor start(Map<String, Object> settings) {
    var database = TestDatabase.on(PostgresServer.shared());
    return new TestProcessor(database, new TestQueues(60), database.url(), settings);
  }

  /** Another process with other settings, on what this one stored. */
  public ApplicationContext with(Map<String, Object> settings) {
    return context(database.url(), queues, settings);
  }

  /** On the shared server, with a network in between that can fail. */
  public static TestProcessor behind(FaultProxy network) {
    var server = PostgresServer.shared();
    var database = TestDatabase.on(server);
    var url = database.url().replace(":" + server.port(), ":" + network.port());
    return new TestProcessor(
        database, new TestQueues(60), url, Map.of("database.deadline", "PT1.5S"));
  }

  private static ApplicationContext context(
      String url, TestQueues queues, Map<String, Object> more) {
    var settings = settings(url, SqsServer.shared().endpoint().toString());
    settings.put("deferral.queue-url", queues.deferrals);
    settings.put("webhook-inbox.queue-url", queues.inbox);
    settings.put("webhook-inbox.dead-letter-queue-url", queues.deadLetters);
    settings.putAll(more);
    return ApplicationContext.run(settings);
  }

  static ApplicationContext context(String url, String endpoint, String inbox, String dead) {
    var settings = settings(url, endpoint);
    settings.put("webhook-inbox.queue-url", inbox);
    settings.put("webhook-inbox.dead-letter-queue-url", dead);
    return ApplicationContext.run(settings);
  }

  private static Map<String, Object> settings(String url, String endpoint) {
    var settings = new HashMap<String, Object>();
    settings.put("database.url", url);
    settings.put("database.user", PostgresServer.USER);
    settings.put("aws.lambda.max-concurrency", 16);
    settings.put("plans", PLANS);
    settings.put("test.sqs-endpoint", endpoint);
    return settings;
  }

  public ApplicationContext context() {
    return context;
  }

  TestDatabase database() {
    return database;
  }

  TestQueues queues() {
    return queues;
  }

  /** One batch in this order; answers the positions that come again. */
  public List<Integer> process(WebhookDelivery... deliveries) {
    return positions(handle(batch(deliveries)));
  }

  /** A message that SQS took at this time. */
  public void processSentAt(Instant sent, WebhookDelivery delivery) {
    var event = batch(delivery);
    event
        .getRecords()
        .getFirst()
        .getAttributes()
        .put("SentTimestamp", Long.toString(sent.toEpochMilli()));
    handle(event);
  }

  /** The same for the queue of crashed ones. */
  public List<Integer> storeCrashed(WebhookDelivery... deliveries) {
    return positions(crashed.handleRequest(batch(deliveries), new FakeContext()));
  }

  public SQSBatchResponse handle(SQSEvent event) {
    return handler.handleRequest(event, new FakeContext());
  }

  private static SQSEvent batch(WebhookDelivery... deliveries) {
    var events = SqsEvents.from("inbox.fifo");
    for (var i = 0; i < deliveries.length; i++) {
      var message = deliveries[i].toMessage();
      events.message(Integer.toString(i), message.groupId(), message.body(), message.attributes());
    }
    return events.event();
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
    return database.value(sql);
  }

  public List<Map<String, @Nullable Object>> rows(String sql) {
    return database.rows(sql);
  }

  public void execute(String sql) {
    database.execute(sql);
  }

  /** Forgets all events and what came of them; the audit stays. */
  public void forget() {
    execute(
        "TRUNCATE webhooks.events, webhooks.notices, webhooks.waiting_variants, webhooks.orders,"
            + " webhooks.invoices, webhooks.subscription_states, webhooks.subscriptions,"
            + " outbox.events CASCADE");
  }

  /** As the nightly maintenance does with old ones. */
  public void retireBodies() {
    execute(
        "UPDATE webhooks.events"
            + " SET body = webhooks.retired(provider, body, NULL), body_retired_at = now()");
  }

  /** Takes what lies in the dead-letter queue. */
  public List<QueueMessage> deadLetters() {
    return queues.take(queues.deadLetters);
  }

  /** Takes what waits for the database, as its function gets it. */
  public SQSEvent deferred() {
    var events = SqsEvents.from("deferred.fifo");
    for (var message : queues.take(queues.deferrals)) {
      events.message(
          message.deduplicationId(), message.groupId(), message.body(), message.attributes());
    }
    return events.event();
  }

  /** Takes what lies in the inbox. */
  public List<QueueMessage> inbox() {
    return queues.take(queues.inbox);
  }

  @Override
  public void close() {
    context.close();
    queues.close();
  }
}
