package gantry.webhooks.grants;

import gantry.outbox.OutboxEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code access.changed}: what one grantor gives a user is not what it gave before, since its
 * provider's {@code at}. Without a reason something that took access away does no longer: whoever
 * needs the answer has to ask for it.
 */
@Serdeable
public record AccessChanged(
    String userId,
    @Nullable String tenant,
    String source,
    String id,
    @Nullable String plan,
    @Nullable Instant until,
    @Nullable Reason reason,
    @Nullable Instant at) {
  /** Whose access it is. */
  public record User(String id, @Nullable String tenant) {
    /** A fact of this user's, ready for the outbox; null when it has to be asked for. */
    public OutboxEvent event(Grantor grantor, @Nullable Promise promise) {
      var change =
          new AccessChanged(
              id,
              tenant,
              grantor.source(),
              grantor.id(),
              promise == null ? null : promise.plan(),
              promise == null ? null : promise.until(),
              promise == null ? null : promise.reason(),
              grantor.at());
      return OutboxEvent.of("access", id, "access.changed", change);
    }
  }

  /** What gives or took it, and when by its own clock. */
  public record Grantor(String source, String id, @Nullable Instant at) {}
}
