package gantry.webhooks;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import gantry.batch.SqsBatch;
import gantry.outbox.PromptRelay;
import gantry.webhooks.ProcessWebhook.Outcome;
import gantry.webhooks.inbox.InboxMessage.Arrival;
import gantry.webhooks.receiver.QueueMessage;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The loop over a batch, the same for both queues that events come from. */
@Singleton
final class InboxHandler {
  private final SqsBatch batch;
  private final InboxQueue queue;
  private final DeadLetterWebhook deadLetters;
  private final PromptRelay relay;

  InboxHandler(SqsBatch batch, InboxQueue queue, DeadLetterWebhook deadLetters, PromptRelay relay) {
    this.batch = batch;
    this.queue = queue;
    this.deadLetters = deadLetters;
    this.relay = relay;
  }

  SQSBatchResponse handle(SQSEvent event, Function<Arrival, Outcome> action) {
    var run = new InboxRun(action, deadLetters);
    var response = batch.forEach(event, message -> run.take(received(message)));
    queue.postpone(delays(event, response, run));
    if (!run.isDatabaseAway()) {
      relay.publishSoon();
    }
    return response;
  }

  // Also for the messages behind a failed one: while any of a group is invisible, SQS hands out
  // none of it, and an untried one would hold its group for the queue's whole time-out.
  private static Map<String, Duration> delays(
      SQSEvent event, SQSBatchResponse response, InboxRun run) {
    var failed =
        response.getBatchItemFailures().stream()
            .map(BatchItemFailure::getItemIdentifier)
            .collect(Collectors.toSet());
    var delays = new HashMap<String, Duration>();
    event.getRecords().stream()
        .filter(message -> failed.contains(message.getMessageId()))
        .forEach(message ->
            run.delayOf(group(message))
                .ifPresent(delay -> delays.put(message.getReceiptHandle(), delay)));
    return delays;
  }

  private static ReceivedMessage received(SQSMessage message) {
    var content =
        new QueueMessage(
            message.getBody(), attributes(message), group(message), message.getMessageId());
    return new ReceivedMessage(
        content,
        Integer.parseInt(system(message, "ApproximateReceiveCount", "1")),
        Instant.ofEpochMilli(Long.parseLong(system(message, "SentTimestamp", "0"))));
  }

  private static String group(SQSMessage message) {
    return system(message, "MessageGroupId", message.getMessageId());
  }

  private static String system(SQSMessage message, String name, String otherwise) {
    var attributes = message.getAttributes();
    return attributes == null ? otherwise : attributes.getOrDefault(name, otherwise);
  }

  private static Map<String, String> attributes(SQSMessage message) {
    var attributes = new HashMap<String, String>();
    if (message.getMessageAttributes() != null) {
      message
          .getMessageAttributes()
          .forEach((name, value) -> attributes.put(name, value.getStringValue()));
    }
    attributes.values().removeIf(text -> text == null);
    return attributes;
  }
}
