package gantry.webhooks.inbox;

import gantry.webhooks.receiver.WebhookDelivery;
import java.util.Map;
import java.util.UUID;

/** What the inbox queue carries. */
public sealed interface InboxMessage {
  /** Names the event to decide again. */
  String REPLAY_OF = "replayOf";

  /** One that the action can work on. */
  sealed interface Arrival extends InboxMessage {
    /** Tells a message that SQS hands out again from a new one. */
    UUID delivery();
  }

  /** A provider's webhook. */
  record Delivered(WebhookDelivery webhook) implements Arrival {
    @Override
    public UUID delivery() {
      return webhook.id();
    }
  }

  /** An operator's wish to decide a stored event again; its bytes are in PostgreSQL. */
  record Replayed(UUID delivery, UUID event) implements Arrival {}

  /** Nothing of ours. */
  record Malformed() implements InboxMessage {}

  static InboxMessage of(String body, Map<String, String> attributes) {
    try {
      var event = attributes.get(REPLAY_OF);
      return event == null
          ? new Delivered(WebhookDelivery.of(body, attributes))
          : new Replayed(
              UUID.fromString(attributes.getOrDefault("id", "")), UUID.fromString(event));
    } catch (IllegalArgumentException _) {
      return new Malformed();
    }
  }
}
