package gantry.webhooks.events;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Has one stored event decided again by its queue, which counts attempts and gives up. */
@Singleton
public final class RepeatDecision {
  private final PostgresEventStore events;
  private final ReplayQueue queue;

  RepeatDecision(PostgresEventStore events, ReplayQueue queue) {
    this.events = events;
    this.queue = queue;
  }

  public void repeat(UUID event) {
    events.findCandidate(event).ifPresent(found -> queue.send(List.of(found), _ -> {}));
  }
}
