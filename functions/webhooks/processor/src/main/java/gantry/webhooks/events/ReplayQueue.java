package gantry.webhooks.events;

import gantry.lambda.RequestId;
import gantry.lambda.UuidV7;
import gantry.webhooks.InboxConfig;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Puts stored events back on the inbox queue, behind whatever waits there for their resource. */
@Singleton
final class ReplayQueue {
  private static final int MAX_BATCH = 10;

  private final BeanProvider<SqsClient> sqs;
  private final InboxConfig config;
  private final UuidV7 ids;

  ReplayQueue(BeanProvider<SqsClient> sqs, InboxConfig config, UuidV7 ids) {
    this.sqs = sqs;
    this.config = config;
    this.ids = ids;
  }

  /** In this order; tells after each call how many are on the queue. */
  void send(List<Candidate> events, IntConsumer progress) {
    var sent = 0;
    for (var batch : batches(events)) {
      send(batch);
      sent += batch.size();
      progress.accept(sent);
    }
  }

  /** SQS may take a part of a batch only: one group never sends two events in one. */
  private static List<List<Candidate>> batches(List<Candidate> events) {
    var batches = new ArrayList<List<Candidate>>();
    var batch = new ArrayList<Candidate>();
    var groups = new HashSet<String>();
    for (var event : events) {
      if (batch.size() == MAX_BATCH || groups.contains(event.messageGroup())) {
        batches.add(List.copyOf(batch));
        batch.clear();
        groups.clear();
      }
      batch.add(event);
      groups.add(event.messageGroup());
    }
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    return batches;
  }

  private void send(List<Candidate> batch) {
    var entries = batch.stream().map(this::entry).toList();
    var refused =
        sqs
            .get()
            .sendMessageBatch(send -> send.queueUrl(config.inbox()).entries(entries))
            .failed()
            .stream()
            .map(BatchResultErrorEntry::id)
            .toList();
    entries.stream().filter(entry -> refused.contains(entry.id())).forEach(this::sendAlone);
  }

  /** This time a refusal throws. */
  private void sendAlone(SendMessageBatchRequestEntry entry) {
    sqs.get()
        .sendMessage(send ->
            send.queueUrl(config.inbox())
                .messageBody(entry.messageBody())
                .messageAttributes(entry.messageAttributes())
                .messageGroupId(entry.messageGroupId())
                .messageDeduplicationId(entry.messageDeduplicationId()));
  }

  private SendMessageBatchRequestEntry entry(Candidate event) {
    var id = ids.next().toString();
    return SendMessageBatchRequestEntry.builder()
        .id(id)
        .messageBody("replay")
        .messageAttributes(attributes(id, event))
        .messageGroupId(event.messageGroup())
        .messageDeduplicationId(id)
        .build();
  }

  private static Map<String, MessageAttributeValue> attributes(String id, Candidate event) {
    var attributes = new HashMap<String, MessageAttributeValue>();
    attributes.put("id", text(id));
    attributes.put("replayOf", text(event.id().toString()));
    RequestId.current().ifPresent(requestId -> attributes.put(RequestId.KEY, text(requestId)));
    return attributes;
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
