package gantry.batch;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import gantry.lambda.RequestId;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tries each message of an SQS batch and reports the failed ones, which come again. On a FIFO queue
 * a failure holds back the rest of its message group; other groups go on.
 */
@Singleton
public final class SqsBatch {
  /** Runs the action for each message of the event. */
  public SQSBatchResponse forEach(SQSEvent event, Consumer<SQSMessage> action) {
    var failed = new LinkedHashSet<String>();
    var heldGroups = new HashSet<String>();
    for (var message : records(event)) {
      var item = new BatchItem(message.getMessageId(), attribute(message, RequestId.KEY));
      if (isHeld(message, heldGroups) || !item.succeeds(() -> action.accept(message))) {
        failed.add(item.reported());
        heldGroups.add(group(message));
      }
    }
    return new SQSBatchResponse(failed.stream().map(BatchItemFailure::new).toList());
  }

  private static boolean isHeld(SQSMessage message, Set<String> heldGroups) {
    return isFifo(message) && heldGroups.contains(group(message));
  }

  private static boolean isFifo(SQSMessage message) {
    var queue = message.getEventSourceArn();
    return queue != null && queue.endsWith(".fifo");
  }

  /** Messages without a group, which SQS never sends from a FIFO queue, count as one group. */
  private static String group(SQSMessage message) {
    var attributes = message.getAttributes();
    return attributes == null ? "" : attributes.getOrDefault("MessageGroupId", "");
  }

  private static @Nullable String attribute(SQSMessage message, String name) {
    var attributes = message.getMessageAttributes();
    var attribute = attributes == null ? null : attributes.get(name);
    return attribute == null ? null : attribute.getStringValue();
  }

  private static List<SQSMessage> records(SQSEvent event) {
    var records = event.getRecords();
    return records == null ? List.of() : records;
  }
}
