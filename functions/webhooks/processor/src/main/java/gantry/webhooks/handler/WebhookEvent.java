package gantry.webhooks.handler;

import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored event as its handler sees it. */
public record WebhookEvent(
    UUID id,
    Provider provider,
    Mode mode,
    @Nullable String type,
    RawBody body,
    Instant receivedAt) {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** A time far ahead of ours would make everything true that comes later look old. */
  public boolean believes(Instant providerTime) {
    return !providerTime.isAfter(receivedAt.plus(TOLERANCE));
  }
}
