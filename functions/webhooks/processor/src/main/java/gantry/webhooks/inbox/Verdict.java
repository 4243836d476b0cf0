package gantry.webhooks.inbox;

import gantry.webhooks.handler.Decision;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was decided about an event, and when. */
@MappedEntity("webhooks.events")
public record Verdict(
    @Id UUID event,
    State state,
    @Nullable String reason,
    @Nullable String error,
    int attempts,
    @Nullable Instant nextAttemptAt,
    Instant decidedAt) {
  static Verdict decided(UUID event, Decision decision, int attempts, Instant at) {
    return new Verdict(event, state(decision), decision.reason(), null, attempts, null, at);
  }

  private static State state(Decision decision) {
    return switch (decision) {
      case Decision.Applied _ -> State.APPLIED;
      case Decision.Stale _ -> State.STALE;
      case Decision.Ignored _ -> State.IGNORED;
      case Decision.Parked _ -> State.PARKED;
      case Decision.Quarantined _ -> State.QUARANTINED;
    };
  }

  static Verdict waiting(UUID event, String error, int attempts, Instant next, Instant at) {
    return new Verdict(event, State.PARKED, "handler-failed", error, attempts, next, at);
  }

  static Verdict failed(UUID event, String error, int attempts, Instant at) {
    return new Verdict(event, State.FAILED, "handler-failed", error, attempts, null, at);
  }

  static Verdict crashed(UUID event, int attempts, Instant at) {
    return new Verdict(event, State.FAILED, "crashed", null, attempts, null, at);
  }
}
