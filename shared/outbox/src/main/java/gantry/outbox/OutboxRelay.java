package gantry.outbox;

import gantry.lambda.Jitter;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Publishes what waits in the outbox, at least once and in order per aggregate. Any number of
 * relays may run at once; each locks what it carries.
 */
@Singleton
public final class OutboxRelay {
  /** What Kinesis takes in one call. */
  private static final int MAX_RECORDS = 500;

  private static final int MAX_BYTES = 10 * 1024 * 1024;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final PostgresOutboxStore store;
  private final Transactions transactions;
  private final EventStreams streams;
  private final Clock clock;

  OutboxRelay(
      PostgresOutboxStore store, Transactions transactions, EventStreams streams, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.streams = streams;
    this.clock = clock;
  }

  /** Publishes until nothing waits or the time is over; answers how many events went out. */
  public int relay(Duration limit) {
    var deadline = clock.instant().plus(limit);
    var published = 0;
    while (clock.instant().isBefore(deadline)) {
      var round = transactions.inTransaction(this::round);
      published += round.accepted();
      if (round.sent() == 0) {
        return published;
      }
      if (round.accepted() == 0) {
        // Every record was throttled: give the shard a moment.
        LockSupport.parkNanos(Jitter.upTo(PAUSE).toNanos());
      }
    }
    return published;
  }

  /** How long the oldest event has been waiting; zero when none waits. */
  public Duration lag() {
    var seconds = store.lagSeconds(clock.instant());
    return Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
  }

  private record Round(int sent, int accepted) {}

  // The rows stay locked until the stream has answered and the answer is marked. A crash in
  // between unlocks them unmarked, and they go out again.
  private Round round() {
    var heads = fitting(store.lockHeads(MAX_RECORDS));
    var accepted = new HashSet<UUID>();
    byStream(heads).forEach(events -> accepted.addAll(streams.put(events)));
    markPublished(accepted);
    return new Round(heads.size(), accepted.size());
  }

  private void markPublished(Set<UUID> accepted) {
    if (!accepted.isEmpty()) {
      store.markPublished(accepted, clock.instant());
    }
  }

  private static List<WaitingEvent> fitting(List<WaitingEvent> heads) {
    var fitting = new ArrayList<WaitingEvent>();
    var bytes = 0L;
    for (var head : heads) {
      bytes += head.size();
      if (bytes > MAX_BYTES) {
        break;
      }
      fitting.add(head);
    }
    return fitting;
  }

  private static Iterable<List<WaitingEvent>> byStream(List<WaitingEvent> events) {
    return events.stream().collect(Collectors.groupingBy(WaitingEvent::stream)).values();
  }
}
