package gantry.webhooks.events;

import gantry.postgres.TimeCursor;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that a replay asked for. */
@MappedEntity("webhooks.events")
record Candidate(
    @Id UUID id,
    String state,
    String messageGroup,
    Instant receivedAt,
    @Nullable Instant bodyRetiredAt) {
  /** Nobody decides anew on what is left of a body. */
  boolean isRetired() {
    return bodyRetiredAt != null;
  }

  /** Deciding again on what is applied would change nothing. */
  boolean isOpen() {
    return !state.equals("APPLIED") && !isRetired();
  }

  TimeCursor cursor() {
    return new TimeCursor(receivedAt, id);
  }
}
