package gantry.webhooks.events;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** An event that a replay asked for. */
@MappedEntity("webhooks.events")
record Candidate(@Id UUID id, String state, String messageGroup, Instant receivedAt) {
  /** Deciding it again would change nothing. */
  boolean isApplied() {
    return state.equals("APPLIED");
  }

  EventCursor cursor() {
    return new EventCursor(receivedAt, id);
  }
}
