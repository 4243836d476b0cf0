package gantry.webhooks;

import gantry.webhooks.inbox.InboxMessage;
import gantry.webhooks.inbox.InboxMessage.Delivered;
import gantry.webhooks.receiver.QueueMessage;
import java.time.Instant;

/** A message with what SQS says about it. */
record ReceivedMessage(QueueMessage content, int receives, Instant takenAt) {
  String group() {
    return content.groupId();
  }

  /** Only SQS knows when it took it. */
  InboxMessage read() {
    return switch (InboxMessage.of(content.body(), content.attributes())) {
      case Delivered(var webhook) -> new Delivered(webhook.queuedAt(takenAt));
      case InboxMessage other -> other;
    };
  }
}
