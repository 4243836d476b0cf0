package gantry.webhooks.events;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Has stored events decided again, oldest first, through the queue they came from, so that the
 * order per resource holds. Every call is written to the audit.
 */
@Singleton
final class ReplayEvents {
  private static final int MAX_EVENTS = 500;

  private final PostgresEventStore events;
  private final ReplayQueue queue;
  private final ReplayAudits audits;

  ReplayEvents(PostgresEventStore events, ReplayQueue queue, ReplayAudits audits) {
    this.events = events;
    this.queue = queue;
    this.audits = audits;
  }

  /** Empty when there is no such event. */
  Optional<Replay> one(UUID event, ReplayOrder order) {
    return events.findCandidate(event).map(found -> replay(List.of(found), null, order));
  }

  /** At most 500 in one call; the cursor of the answer leads to the rest. */
  Replay many(EventFilter filter, EventCursor after, ReplayOrder order) {
    var found = events.oldestFirst(filter, after, MAX_EVENTS + 1);
    if (found.size() <= MAX_EVENTS) {
      return replay(found, null, order);
    }
    var page = found.subList(0, MAX_EVENTS);
    return replay(page, page.getLast().cursor().text(), order);
  }

  private Replay replay(List<Candidate> found, @Nullable String nextCursor, ReplayOrder order) {
    var open = found.stream().filter(event -> !event.isApplied()).toList();
    var id = audits.begin(order, found.size(), found.size() - open.size());
    if (!order.dryRun()) {
      queue(id, order, open);
    }
    var queued = order.dryRun() ? 0 : open.size();
    return new Replay(
        id, found.size(), queued, found.size() - open.size(), order.dryRun(), nextCursor);
  }

  /** However far it came, that is written down. */
  private void queue(UUID id, ReplayOrder order, List<Candidate> open) {
    var queued = new AtomicInteger();
    try {
      queue.send(open, queued::set);
    } finally {
      audits.end(order, id, queued.get());
    }
  }
}
