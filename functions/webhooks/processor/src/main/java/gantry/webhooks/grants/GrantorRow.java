package gantry.webhooks.grants;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Anything that may give a user access, as it is stored. */
@MappedEntity("webhooks.grants")
record GrantorRow(
    Kind kind,
    String source,
    @Id String id,
    @Nullable String status,
    @Nullable String variantId,
    @Nullable String plan,
    @Nullable Instant renewsAt,
    @Nullable Instant endsAt,
    @Nullable String pauseMode,
    @Nullable Instant pastDueSince,
    boolean refunded,
    @Nullable Instant at) {
  enum Kind {
    SUBSCRIPTION,
    ORDER,
    GRANT
  }

  Terms terms() {
    var known = status == null ? null : Status.of(status).orElse(null);
    return new Terms(known, variantId, renewsAt, endsAt, pauseMode, pastDueSince);
  }

  /** Of two that give nothing any more, the one that was heard of last says why. */
  Instant age() {
    return at == null ? Instant.EPOCH : at;
  }
}
