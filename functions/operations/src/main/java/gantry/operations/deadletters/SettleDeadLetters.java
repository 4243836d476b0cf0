package gantry.operations.deadletters;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Moves letters back to the queue that gave them up, or throws them away. The order is in the audit
 * before the first letter moves: without the audit nothing does.
 */
@Singleton
final class SettleDeadLetters {
  /** As many letters as one call looks at. */
  static final int MOST = 100;

  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final DeadLetterQueues queues;
  private final Letters letters;
  private final SettlementAudits audits;

  SettleDeadLetters(DeadLetterQueues queues, Letters letters, SettlementAudits audits) {
    this.queues = queues;
    this.letters = letters;
    this.audits = audits;
  }

  Outcome requeue(SettleOrder order) {
    var queue = queues.named(order.queue());
    if (queue.isEmpty()) {
      return new Outcome.UnknownQueue();
    }
    var from = queue.get().address();
    return queue
        .get()
        .source()
        .map(to -> settle(order, "requeue", from, letter -> letters.move(letter, from, to)))
        .orElseGet(Outcome.WithoutSource::new);
  }

  Outcome discard(SettleOrder order) {
    return queues
        .named(order.queue())
        .map(queue ->
            settle(
                order,
                "discard",
                queue.address(),
                letter -> letters.delete(letter, queue.address())))
        .orElseGet(Outcome.UnknownQueue::new);
  }

  private Outcome settle(SettleOrder order, String verb, String address, Consumer<Message> settle) {
    audits.ordered(order, verb);
    var end = System.nanoTime() + LONGEST.toNanos();
    var kept = new ArrayList<Message>();
    var settled = 0;
    try {
      while (settled + kept.size() < MOST
          && !order.isDone(settled)
          && System.nanoTime() - end < 0) {
        var taken = letters.take(address);
        if (taken.isEmpty()) {
          break;
        }
        kept.addAll(taken);
        for (var letter : taken.stream().filter(order::means).toList()) {
          settle.accept(letter);
          kept.remove(letter);
          settled++;
        }
      }
    } finally {
      audits.settled(order, verb, settled);
      letters.putBack(address, kept);
    }
    return new Outcome.Settled(settled);
  }

  sealed interface Outcome {
    record Settled(int count) implements Outcome {}

    record UnknownQueue() implements Outcome {}

    /** Nothing reads what would be moved back. */
    record WithoutSource() implements Outcome {}
  }
}
