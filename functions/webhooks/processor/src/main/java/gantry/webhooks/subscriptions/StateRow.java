package gantry.webhooks.subscriptions;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("webhooks.subscription_states")
record StateRow(
    String provider,
    String mode,
    @Id String subscriptionId,
    Instant clock,
    int authority,
    int ahead,
    int terminality,
    String fingerprint,
    String status,
    @Nullable String variantId,
    @Nullable String orderId,
    @Nullable String itemId,
    @Nullable Instant renewsAt,
    @Nullable Instant endsAt,
    @Nullable Instant trialEndsAt,
    @Nullable String pauseMode,
    @Nullable Instant resumesAt,
    UUID event) {
  static StateRow of(Told told, Position position) {
    var key = told.key();
    var state = told.state();
    var dates = state.dates();
    return new StateRow(
        key.provider().slug(),
        key.mode().slug(),
        key.id(),
        position.clock(),
        position.authority(),
        position.ahead(),
        state.terminality(),
        state.fingerprint(),
        state.status(),
        state.variant(),
        state.order(),
        state.item(),
        dates.renewsAt(),
        dates.endsAt(),
        dates.trialEndsAt(),
        state.pauseMode(),
        dates.resumesAt(),
        told.source().event());
  }

  /** The provider says two things of one moment, and has not been asked which of them holds. */
  boolean contradicts(StateRow other) {
    return clock.equals(other.clock)
        && authority == other.authority
        && ahead == other.ahead
        && !SubscriptionChanged.of(this)
            .condition()
            .equals(SubscriptionChanged.of(other).condition());
  }
}
