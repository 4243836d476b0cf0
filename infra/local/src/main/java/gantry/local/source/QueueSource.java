package gantry.local.source;

import gantry.local.function.Invocable;
import gantry.local.template.QueueEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Gives a queue's messages to a function in batches and deletes those that it has done. */
final class QueueSource {
  /** SQS gives and deletes no more at once. */
  private static final int MOST_PER_CALL = 10;

  /** Shorter than Lambda's 20 s: ElasticMQ does not stop before its last poll is answered. */
  private static final Duration LONG_POLL = Duration.ofSeconds(2);

  private final QueueEvent source;
  private final Invocable function;
  private final SqsClient sqs;
  private final String url;
  private final String region;
  private final Semaphore free;
  private final Loop loop;

  QueueSource(QueueEvent source, Invocable function, SqsClient sqs, String url, String region) {
    this.source = source;
    this.function = function;
    this.sqs = sqs;
    this.url = url;
    this.region = region;
    this.free = new Semaphore(source.maximumConcurrency());
    this.loop = new Loop(source.function() + "/" + source.id());
  }

  /** As many batches at once as the mapping allows and the function's process takes. */
  Loop start() {
    loop.start(this::takeBatch);
    return loop;
  }

  private void takeBatch() throws InterruptedException {
    loop.waitFor(this::acquire);
    var batch = List.<Message>of();
    try {
      batch = loop.waitFor(this::receive);
    } finally {
      if (batch.isEmpty()) {
        free.release();
      }
    }
    var taken = batch;
    if (!taken.isEmpty()) {
      loop.run(() -> handleAndRelease(taken));
    }
  }

  private boolean acquire() throws InterruptedException {
    free.acquire();
    return true;
  }

  private void handleAndRelease(List<Message> batch) {
    try {
      handle(batch);
    } finally {
      free.release();
    }
  }

  private void handle(List<Message> batch) {
    var outcome = function.invoke(SqsEvent.of(batch, source, region)).join();
    var ids = batch.stream().map(Message::messageId).collect(Collectors.toSet());
    var answer = BatchAnswer.of(outcome, source.reportsFailures(), ids);
    answer.failedItems().ifPresent(failed -> delete(without(batch, failed)));
  }

  private static List<Message> without(List<Message> batch, Set<String> failed) {
    return batch.stream().filter(message -> !failed.contains(message.messageId())).toList();
  }

  private List<Message> receive() {
    var batch = new ArrayList<>(poll(LONG_POLL, source.batchSize()));
    if (batch.isEmpty() || source.window().isZero()) {
      return batch;
    }
    var deadline = System.nanoTime() + source.window().toNanos();
    while (batch.size() < source.batchSize() && deadline - System.nanoTime() > 0) {
      var left = Duration.ofNanos(deadline - System.nanoTime());
      batch.addAll(poll(min(left, LONG_POLL), source.batchSize() - batch.size()));
    }
    return batch;
  }

  private List<Message> poll(Duration wait, int most) {
    return sqs.receiveMessage(request ->
            request
                .queueUrl(url)
                .maxNumberOfMessages(Math.min(most, MOST_PER_CALL))
                .waitTimeSeconds((int) wait.toSeconds())
                .messageAttributeNames("All")
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private void delete(List<Message> done) {
    for (var from = 0; from < done.size(); from += MOST_PER_CALL) {
      var part = done.subList(from, Math.min(from + MOST_PER_CALL, done.size()));
      sqs.deleteMessageBatch(request -> request.queueUrl(url).entries(entries(part)));
    }
  }

  private static List<DeleteMessageBatchRequestEntry> entries(List<Message> messages) {
    return IntStream.range(0, messages.size())
        .mapToObj(i ->
            DeleteMessageBatchRequestEntry.builder()
                .id(Integer.toString(i))
                .receiptHandle(messages.get(i).receiptHandle())
                .build())
        .toList();
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
