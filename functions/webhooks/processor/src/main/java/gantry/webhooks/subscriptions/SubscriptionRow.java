package gantry.webhooks.subscriptions;

import gantry.webhooks.grants.Status;
import gantry.webhooks.grants.Terms;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("webhooks.subscriptions")
record SubscriptionRow(
    String provider,
    String mode,
    @Id String subscriptionId,
    Instant clock,
    int authority,
    int ahead,
    int terminality,
    String fingerprint,
    String status,
    @Nullable String knownStatus,
    @Nullable String variantId,
    @Nullable String orderId,
    @Nullable String itemId,
    @Nullable Instant renewsAt,
    @Nullable Instant endsAt,
    @Nullable Instant trialEndsAt,
    @Nullable String pauseMode,
    @Nullable Instant resumesAt,
    @Nullable Instant pastDueSince,
    boolean suspect,
    @Nullable String userId,
    @Nullable String tenant) {
  SubscriptionKey key() {
    return new SubscriptionKey(
        Provider.of(provider).orElseThrow(), Mode.of(mode).orElseThrow(), subscriptionId);
  }

  /** Kept by a rebuild for its lock alone. */
  boolean isBlank() {
    return authority < 0;
  }

  boolean shows(StateRow state) {
    return clock.equals(state.clock())
        && authority == state.authority()
        && fingerprint.equals(state.fingerprint());
  }

  Terms terms() {
    var known = knownStatus == null ? null : Status.of(knownStatus).orElseThrow();
    return new Terms(known, variantId, renewsAt, endsAt, pauseMode, pastDueSince);
  }
}
