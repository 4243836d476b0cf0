package gantry.webhooks.events;

import gantry.deferral.DeferrableWrite;
import gantry.deferral.Deferral;
import gantry.deferral.Deferrals;
import gantry.postgres.TimeCursor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has stored events decided again, oldest first, through the queue they came from, so that the
 * order per resource holds. Every call is written to the audit.
 */
@Singleton
final class ReplayEvents {
  private static final int MAX_EVENTS = 500;

  private static final String KIND = "webhook-replay";

  private final PostgresEventStore events;
  private final ReplayQueue queue;
  private final ReplayAudits audits;
  private final Deferrals deferrals;

  ReplayEvents(
      PostgresEventStore events, ReplayQueue queue, ReplayAudits audits, Deferrals deferrals) {
    this.events = events;
    this.queue = queue;
    this.audits = audits;
    this.deferrals = deferrals;
  }

  /** What came of the wish to replay one event. */
  sealed interface Answer {
    record Ordered(Replay replay) implements Answer {}

    /** Its body is kept no longer. */
    record BodyRetired() implements Answer {}

    record Unknown() implements Answer {}
  }

  /**
   * While the database is away, the wish waits for it. Within the transaction, or a wish whose
   * commit nobody knows the outcome of would count as done before its event is queued.
   */
  Deferral<Answer> one(UUID event, ReplayOrder order) {
    if (order.dryRun()) {
      return new Deferral.Done<>(answer(begin(event, order), Begun::answer));
    }
    var wish = new DeferrableWrite(KIND, event.toString(), ReplayLater.of(event, order));
    return deferrals.nowOrLater(wish, () -> answer(begin(event, order), this::queued));
  }

  private static Answer answer(Beginning beginning, Function<Begun, Replay> go) {
    return switch (beginning) {
      case Begun begun -> new Answer.Ordered(go.apply(begun));
      case Refused(var answer) -> answer;
    };
  }

  /** In the transaction that notes it as done: should that fail, the event is replayed twice. */
  void later(ReplayLater wish) {
    if (begin(wish.event(), wish.order()) instanceof Begun begun) {
      queued(begun);
    }
  }

  /** At most 500 in one call; the cursor of the answer leads to the rest. */
  Replay many(EventFilter filter, TimeCursor after, ReplayOrder order) {
    var found = events.oldestFirst(filter, after, MAX_EVENTS + 1);
    if (found.size() <= MAX_EVENTS) {
      return replay(found, null, order);
    }
    var page = found.subList(0, MAX_EVENTS);
    return replay(page, page.getLast().cursor().text(), order);
  }

  private Replay replay(List<Candidate> found, @Nullable String nextCursor, ReplayOrder order) {
    var begun = begin(found, nextCursor, order);
    return order.dryRun() ? begun.answer() : queued(begun);
  }

  private Beginning begin(UUID event, ReplayOrder order) {
    var found = events.findCandidate(event);
    if (found.isEmpty()) {
      return new Refused(new Answer.Unknown());
    }
    return found.get().isRetired()
        ? new Refused(new Answer.BodyRetired())
        : begin(List.of(found.get()), null, order);
  }

  private Begun begin(List<Candidate> found, @Nullable String nextCursor, ReplayOrder order) {
    var open = found.stream().filter(Candidate::isOpen).toList();
    var skipped = found.size() - open.size();
    var id = audits.begin(order, found.size(), skipped);
    var queued = order.dryRun() ? 0 : open.size();
    var answer = new Replay(id, found.size(), queued, skipped, order.dryRun(), nextCursor);
    return new Begun(order, open, answer);
  }

  /** However far it came, that is written down. */
  private Replay queued(Begun begun) {
    var queued = new AtomicInteger();
    try {
      queue.send(begun.open(), queued::set);
      return begun.answer();
    } finally {
      audits.end(begun.order(), begun.answer(), queued.get());
    }
  }

  private sealed interface Beginning {}

  /** A replay whose intent is written down. */
  private record Begun(ReplayOrder order, List<Candidate> open, Replay answer)
      implements Beginning {}

  private record Refused(Answer answer) implements Beginning {}
}
