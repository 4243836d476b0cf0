package gantry.webhooks.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A subscription as it is known; disputed as long as its events disagree. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@MappedEntity("webhooks.subscriptions")
record SubscriptionItem(
    @Id String id,
    String provider,
    String mode,
    String status,
    @Nullable String userId,
    @Nullable String tenant,
    @Nullable String variantId,
    @Nullable String orderId,
    @Nullable Instant renewsAt,
    @Nullable Instant endsAt,
    @Nullable Instant trialEndsAt,
    @Nullable String pauseMode,
    @Nullable Instant resumesAt,
    @Nullable Instant pastDueSince,
    Instant updatedAt,
    boolean disputed) {
  SubscriptionCursor cursor() {
    return new SubscriptionCursor(updatedAt, provider, mode, id);
  }
}
