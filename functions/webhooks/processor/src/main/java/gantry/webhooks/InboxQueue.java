package gantry.webhooks;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/** The queue the events come from. */
@Singleton
final class InboxQueue {
  private static final Logger LOG = LoggerFactory.getLogger(InboxQueue.class);

  private final BeanProvider<SqsClient> sqs;
  private final InboxConfig config;

  InboxQueue(BeanProvider<SqsClient> sqs, InboxConfig config) {
    this.sqs = sqs;
    this.config = config;
  }

  /**
   * Lets messages, by their receipt handles, come again after their delay. Without it they come
   * when the queue's own visibility time-out ends, so a failure here is only slow.
   */
  void postpone(Map<String, Duration> delays) {
    if (delays.isEmpty()) {
      return;
    }
    try {
      sqs.get()
          .changeMessageVisibilityBatch(
              change -> change.queueUrl(config.inbox()).entries(entries(delays)));
    } catch (SdkException e) {
      LOG.warn("{} messages come again later than they should: {}", delays.size(), e.toString());
    }
  }

  private static List<ChangeMessageVisibilityBatchRequestEntry> entries(
      Map<String, Duration> delays) {
    var entries = new ArrayList<ChangeMessageVisibilityBatchRequestEntry>();
    delays.forEach((handle, delay) -> entries.add(entry(entries.size(), handle, delay)));
    return entries;
  }

  private static ChangeMessageVisibilityBatchRequestEntry entry(
      int index, String handle, Duration delay) {
    return ChangeMessageVisibilityBatchRequestEntry.builder()
        .id(Integer.toString(index))
        .receiptHandle(handle)
        .visibilityTimeout(Math.toIntExact(delay.plusMillis(999).toSeconds()))
        .build();
  }
}
