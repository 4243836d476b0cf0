package gantry.webhooks.receiver;

import gantry.aws.CallLimits;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The inbox on SQS, connected at the first webhook that deserves it. */
final class SqsWebhookInbox implements WebhookInbox {
  /** Below the 5 s that the least patient provider waits, the SDK's retries included. */
  private static final CallLimits LIMITS =
      new CallLimits(Duration.ofSeconds(1), Duration.ofMillis(1900), Duration.ofSeconds(4));

  private static final Logger LOG = LoggerFactory.getLogger(SqsWebhookInbox.class);

  private final String queueUrl;
  private final Supplier<SqsClient> connect;
  private @Nullable SqsClient client;

  SqsWebhookInbox(String queueUrl, Supplier<SqsClient> connect) {
    this.queueUrl = queueUrl;
    this.connect = connect;
  }

  @Override
  public boolean put(WebhookDelivery delivery) {
    try {
      send(delivery.toMessage());
      return true;
    } catch (SdkException unavailable) {
      LOG.error("Webhook {} was not queued: {}", delivery.id(), reason(unavailable));
      return false;
    }
  }

  private void send(QueueMessage message) {
    client()
        .sendMessage(request ->
            request
                .queueUrl(queueUrl)
                .messageBody(message.body())
                .messageAttributes(texts(message.attributes()))
                .messageGroupId(message.groupId())
                .messageDeduplicationId(message.deduplicationId()));
  }

  private static Map<String, MessageAttributeValue> texts(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, attribute -> text(attribute.getValue())));
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  /** The class only: messages may quote the request. */
  private static String reason(SdkException unavailable) {
    return unavailable.getClass().getSimpleName();
  }

  /** Also what makes a snapshot's first webhook quick. */
  synchronized SqsClient client() {
    if (client == null) {
      client = connect.get();
    }
    return client;
  }

  static SqsClient connect(SqsClientBuilder builder) {
    return LIMITS.build(builder);
  }
}
