package gantry.local.source;

import gantry.local.function.Invocable;
import gantry.local.function.InvocationOutcome;
import gantry.local.source.FailedBatch.Condition;
import gantry.local.template.StreamEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.kinesis.model.Record;

/** Takes a batch of one shard through the function until all of it is done or given up. */
final class StreamBatch {
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

  private final StreamEvent source;
  private final Invocable function;
  private final KinesisEvent event;
  private final Outlet outlet;

  /** Where a batch's progress and failures go. */
  record Outlet(Consumer<Record> done, Consumer<String> failures) {}

  StreamBatch(StreamEvent source, Invocable function, KinesisEvent event, Outlet outlet) {
    this.source = source;
    this.function = function;
    this.event = event;
    this.outlet = outlet;
  }

  void handle(List<Record> records) throws InterruptedException {
    var left = records;
    var attempt = 0;
    while (!left.isEmpty()) {
      left = withoutExpired(left, attempt);
      if (left.isEmpty()) {
        return;
      }
      var outcome = invoke(left);
      attempt++;
      var firstFailed = firstFailed(outcome, left);
      if (firstFailed > 0) {
        outlet.done().accept(left.get(firstFailed - 1));
        left = left.subList(firstFailed, left.size());
        attempt = 0;
      } else if (source.retries().bisect() && left.size() > 1) {
        handle(left.subList(0, left.size() / 2)); // splitting uses up no retry
        left = left.subList(left.size() / 2, left.size());
        attempt = 0;
      } else if (isExhausted(attempt)) {
        giveUp(left, Condition.RETRY_ATTEMPTS_EXHAUSTED, attempt, outcome);
        return;
      } else {
        Thread.sleep(backoff(attempt));
      }
    }
  }

  private InvocationOutcome invoke(List<Record> records) throws InterruptedException {
    var outcome = function.invoke(event.of(records)).join();
    if (Thread.interrupted()) {
      throw new InterruptedException(); // the cloud stops: the outcome says nothing about the batch
    }
    return outcome;
  }

  /** The index of the first record that failed; the batch's size when none did. */
  private int firstFailed(InvocationOutcome outcome, List<Record> records) {
    var numbers = records.stream().map(Record::sequenceNumber).collect(Collectors.toSet());
    var answer = BatchAnswer.of(outcome, source.reportsFailures(), numbers);
    if (answer.isAllFailed()) {
      return 0;
    }
    var failed = answer.failedItems().orElseThrow();
    return IntStream.range(0, records.size())
        .filter(i -> failed.contains(records.get(i).sequenceNumber()))
        .min()
        .orElse(records.size());
  }

  private List<Record> withoutExpired(List<Record> records, int attempt) {
    var age = source.retries().recordAge();
    if (age.isEmpty()) {
      return records;
    }
    var oldest = Instant.now().minus(age.get());
    var expired =
        records.stream()
            .takeWhile(one -> one.approximateArrivalTimestamp().isBefore(oldest))
            .toList();
    if (!expired.isEmpty()) {
      var nothing = new InvocationOutcome.Returned("");
      giveUp(expired, Condition.RECORD_AGE_EXCEEDED, attempt, nothing);
    }
    return records.subList(expired.size(), records.size());
  }

  private boolean isExhausted(int attempt) {
    return source.retries().attempts().filter(most -> attempt > most).isPresent();
  }

  private void giveUp(
      List<Record> records, Condition condition, int attempts, InvocationOutcome last) {
    var failed = new FailedBatch(function.arn(), source.streamArn(), event.shard(), records);
    outlet.failures().accept(failed.message(condition, attempts, last));
    outlet.done().accept(records.getLast());
  }

  private static Duration backoff(int attempt) {
    var next = FIRST_BACKOFF.multipliedBy(1L << Math.min(attempt - 1, 6));
    return List.of(next, LONGEST_BACKOFF).stream().min(Comparator.naturalOrder()).orElseThrow();
  }
}
