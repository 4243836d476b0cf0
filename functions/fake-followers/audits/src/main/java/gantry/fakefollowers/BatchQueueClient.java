package gantry.fakefollowers;

import gantry.fakefollowers.audit.BatchQueue;
import gantry.fakefollowers.batch.BatchMessage;
import gantry.fakefollowers.batch.FollowerBatch;
import gantry.lambda.RequestId;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Puts batches on {@code follower-batches}, as many per call as SQS takes. */
@Singleton
final class BatchQueueClient implements BatchQueue {
  private static final int MOST_MESSAGES = 10;

  /** SQS takes 1 MiB; letters beyond ASCII have up to three bytes per char. */
  private static final int MOST_CHARS = 300_000;

  private final BeanProvider<SqsClient> sqs;
  private final QueueConfig config;

  BatchQueueClient(BeanProvider<SqsClient> sqs, QueueConfig config) {
    this.sqs = sqs;
    this.config = config;
  }

  @Override
  public void send(List<FollowerBatch> batches) {
    var call = new ArrayList<SendMessageBatchRequestEntry>();
    var chars = 0;
    for (var batch : batches) {
      var text = BatchMessage.write(batch);
      if (call.size() == MOST_MESSAGES || chars + text.length() > MOST_CHARS) {
        flush(call);
        chars = 0;
      }
      call.add(entry(batch.number(), text));
      chars += text.length();
    }
    flush(call);
  }

  private void flush(List<SendMessageBatchRequestEntry> call) {
    if (call.isEmpty()) {
      return;
    }
    var refused =
        sqs
            .get()
            .sendMessageBatch(send -> send.queueUrl(config.required()).entries(call))
            .failed()
            .stream()
            .map(BatchResultErrorEntry::id)
            .toList();
    call.stream().filter(entry -> refused.contains(entry.id())).forEach(this::sendAlone);
    call.clear();
  }

  /** This time a refusal throws. */
  private void sendAlone(SendMessageBatchRequestEntry entry) {
    sqs.get()
        .sendMessage(send ->
            send.queueUrl(config.required())
                .messageBody(entry.messageBody())
                .messageAttributes(entry.messageAttributes()));
  }

  private static SendMessageBatchRequestEntry entry(int number, String text) {
    return SendMessageBatchRequestEntry.builder()
        .id(String.valueOf(number))
        .messageBody(text)
        .messageAttributes(attributes())
        .build();
  }

  private static Map<String, MessageAttributeValue> attributes() {
    var attributes = new HashMap<String, MessageAttributeValue>();
    RequestId.current().ifPresent(id -> attributes.put(RequestId.KEY, text(id)));
    return attributes;
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
