package gantry.local.source;

import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Moves all messages of one queue to another, each sent before it is deleted. */
record MessageMove(SqsClient sqs, String from, String to) {

  int all() {
    var moved = 0;
    while (true) {
      var messages =
          sqs.receiveMessage(request ->
                  request
                      .queueUrl(from)
                      .maxNumberOfMessages(10)
                      .messageAttributeNames("All")
                      .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
              .messages();
      if (messages.isEmpty()) {
        return moved;
      }
      messages.forEach(this::move);
      moved += messages.size();
    }
  }

  private void move(Message message) {
    sqs.sendMessage(copy(message));
    sqs.deleteMessage(request -> request.queueUrl(from).receiptHandle(message.receiptHandle()));
  }

  private SendMessageRequest copy(Message message) {
    var request =
        SendMessageRequest.builder()
            .queueUrl(to)
            .messageBody(message.body())
            .messageAttributes(message.messageAttributes());
    Map<MessageSystemAttributeName, String> system = message.attributes();
    var group = system.get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
    if (to.endsWith(".fifo")) {
      // A new id: within five minutes the old one would be swallowed as a duplicate.
      request.messageGroupId(group).messageDeduplicationId(UUID.randomUUID().toString());
    }
    return request.build();
  }
}
