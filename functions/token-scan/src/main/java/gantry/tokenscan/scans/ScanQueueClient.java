package gantry.tokenscan.scans;

import gantry.lambda.RequestId;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The queue {@code token-scans}, a message a token. */
@Singleton
final class ScanQueueClient {
  private static final int MOST = 10;

  private final BeanProvider<SqsClient> sqs;
  private final ScansConfig config;

  ScanQueueClient(BeanProvider<SqsClient> sqs, ScansConfig config) {
    this.sqs = sqs;
    this.config = config;
  }

  void send(List<ScanItemRef> items) {
    for (var first = 0; first < items.size(); first += MOST) {
      sendBatch(items.subList(first, Math.min(items.size(), first + MOST)));
    }
  }

  private void sendBatch(List<ScanItemRef> items) {
    var entries = new ArrayList<SendMessageBatchRequestEntry>();
    for (var item : items) {
      entries.add(
          SendMessageBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .messageBody(item.toMessage())
              .messageAttributes(attributes())
              .build());
    }
    var answer = sqs.get().sendMessageBatch(send -> send.queueUrl(config.queue()).entries(entries));
    if (!answer.failed().isEmpty()) {
      throw SdkClientException.create(answer.failed().size() + " messages were not taken");
    }
  }

  private static Map<String, MessageAttributeValue> attributes() {
    return RequestId.current().map(id -> Map.of(RequestId.KEY, text(id))).orElse(Map.of());
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
