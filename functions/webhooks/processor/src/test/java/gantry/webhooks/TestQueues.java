package gantry.webhooks;

import gantry.testing.SqsServer;
import gantry.webhooks.receiver.QueueMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A fresh inbox, its dead-letter queue and the queue of what waits for the database. */
final class TestQueues implements AutoCloseable {
  private final SqsClient sqs = SqsServer.shared().client();
  final String inbox;
  final String deadLetters;
  final String deferrals;

  TestQueues(int visibilitySeconds) {
    var run = UUID.randomUUID().toString().substring(0, 8);
    inbox = create("inbox-" + run + ".fifo", visibilitySeconds);
    deadLetters = create("dead-" + run + ".fifo", visibilitySeconds);
    deferrals = create("deferred-" + run + ".fifo", visibilitySeconds);
  }

  void send(QueueMessage message) {
    var attributes =
        message.attributes().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue())));
    sqs.sendMessage(send ->
        send.queueUrl(inbox)
            .messageBody(message.body())
            .messageAttributes(attributes)
            .messageGroupId(message.groupId())
            .messageDeduplicationId(message.deduplicationId()));
  }

  /** Up to ten messages, which are gone then. */
  List<QueueMessage> take(String queue) {
    var messages =
        sqs.receiveMessage(receive ->
                receive
                    .queueUrl(queue)
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages();
    messages.forEach(message ->
        sqs.deleteMessage(it -> it.queueUrl(queue).receiptHandle(message.receiptHandle())));
    return messages.stream().map(TestQueues::content).toList();
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

  private String create(String name, int visibilitySeconds) {
    var attributes =
        Map.of("FifoQueue", "true", "VisibilityTimeout", Integer.toString(visibilitySeconds));
    return sqs.createQueue(create -> create.queueName(name).attributesWithStrings(attributes))
        .queueUrl();
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  @Override
  public void close() {
    sqs.close();
  }
}
