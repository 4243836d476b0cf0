package gantry.webhooks.subscriptions;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code subscription.<status>}: since {@code at}, by its provider's clock, it is like this. */
@Serdeable
record SubscriptionChanged(
    String provider,
    String mode,
    String subscriptionId,
    String status,
    @Nullable String variantId,
    @Nullable Instant renewsAt,
    @Nullable Instant endsAt,
    @Nullable Instant trialEndsAt,
    @Nullable String pauseMode,
    @Nullable Instant resumesAt,
    @Nullable Instant at) {
  static SubscriptionChanged of(StateRow state) {
    return new SubscriptionChanged(
        state.provider(),
        state.mode(),
        state.subscriptionId(),
        state.status(),
        state.variantId(),
        state.renewsAt(),
        state.endsAt(),
        state.trialEndsAt(),
        state.pauseMode(),
        state.resumesAt(),
        state.clock());
  }

  /** The same for states that differ in their time only. */
  String condition() {
    return new SubscriptionChanged(
            provider,
            mode,
            subscriptionId,
            status,
            variantId,
            renewsAt,
            endsAt,
            trialEndsAt,
            pauseMode,
            resumesAt,
            null)
        .toString();
  }
}
