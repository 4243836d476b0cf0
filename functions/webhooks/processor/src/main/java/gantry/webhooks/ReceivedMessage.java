package gantry.webhooks;

import gantry.webhooks.receiver.QueueMessage;

/** A message with what SQS says about it. */
record ReceivedMessage(QueueMessage content, int receives) {
  String group() {
    return content.groupId();
  }
}
