package gantry.webhooks.notices;

import gantry.outbox.OutboxEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A condition that a subject was in, since when if that is known, and the fact to publish when it
 * is news.
 */
public record Notice(String condition, @Nullable Instant since, OutboxEvent event) {
  public Notice(String condition, OutboxEvent event) {
    this(condition, null, event);
  }
}
