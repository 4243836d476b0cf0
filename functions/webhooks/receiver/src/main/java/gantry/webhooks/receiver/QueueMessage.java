package gantry.webhooks.receiver;

import java.util.Map;

/** An SQS FIFO message in plain values, so that its makers and readers need no AWS type. */
public record QueueMessage(
    String body, Map<String, String> attributes, String groupId, String deduplicationId) {
  public QueueMessage {
    attributes = Map.copyOf(attributes);
  }
}
