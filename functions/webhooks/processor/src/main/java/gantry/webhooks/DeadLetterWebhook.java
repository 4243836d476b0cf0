package gantry.webhooks;

import gantry.webhooks.inbox.FailedEvent;
import gantry.webhooks.inbox.PostgresVerdictStore;
import gantry.webhooks.receiver.QueueMessage;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Copies what failed for good to the dead-letter queue. The verdict is committed before, so that an
 * applied event never lies there; when the process dies in between, the message comes again and
 * this runs again, under the same de-duplication id.
 */
@Singleton
final class DeadLetterWebhook {
  /** SQS allows ten attributes; ours are the reason and nine of theirs. */
  private static final int MAX_FOREIGN = 9;

  private static final Argument<Map<String, String>> HEADERS =
      Argument.mapOf(String.class, String.class);

  private final PostgresVerdictStore store;
  private final DeadLetterQueue queue;
  private final JsonMapper json;
  private final Clock clock;

  DeadLetterWebhook(
      PostgresVerdictStore store, DeadLetterQueue queue, JsonMapper json, Clock clock) {
    this.store = store;
    this.queue = queue;
    this.json = json;
    this.clock = clock;
  }

  /** An event with the message it first came in. */
  void copy(UUID event) {
    store
        .findFailed(event)
        .ifPresent(failed -> {
          queue.send(message(failed));
          store.markDeadLettered(event, clock.instant());
        });
  }

  /** A message that nobody here can read: kept as it is, because its sender will ask. */
  void copyMalformed(QueueMessage message) {
    var attributes = new HashMap<String, String>();
    message.attributes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(MAX_FOREIGN)
        .forEach(entry -> attributes.put(entry.getKey(), entry.getValue()));
    attributes.put("reason", "malformed-message");
    queue.send(
        new QueueMessage(message.body(), attributes, message.groupId(), message.deduplicationId()));
  }

  private QueueMessage message(FailedEvent failed) {
    var first = failed.delivery(headers(failed)).toMessage();
    var attributes = new HashMap<>(first.attributes());
    attributes.put("reason", failed.reason());
    var run = failed.id() + "/" + failed.decidedAt().toEpochMilli();
    return new QueueMessage(first.body(), attributes, first.groupId(), run);
  }

  private Map<String, String> headers(FailedEvent failed) {
    try {
      return json.readValue(failed.headers(), HEADERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
