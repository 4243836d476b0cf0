package gantry.webhooks;

import gantry.webhooks.receiver.QueueMessage;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Where a copy of everything lies that failed for good. */
@Singleton
final class DeadLetterQueue {
  private final BeanProvider<SqsClient> sqs;
  private final InboxConfig config;

  DeadLetterQueue(BeanProvider<SqsClient> sqs, InboxConfig config) {
    this.sqs = sqs;
    this.config = config;
  }

  void send(QueueMessage message) {
    sqs.get()
        .sendMessage(send ->
            send.queueUrl(config.deadLetters())
                .messageBody(message.body())
                .messageAttributes(attributes(message.attributes()))
                .messageGroupId(message.groupId())
                .messageDeduplicationId(message.deduplicationId()));
  }

  private static Map<String, MessageAttributeValue> attributes(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue())));
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
