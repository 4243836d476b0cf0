package gantry.webhooks.access;

import gantry.webhooks.grants.Grant;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the audit keeps a hash of: what a grant gives, and not to whom. */
@Serdeable
record GrantState(
    String plan, Instant startsAt, @Nullable Instant until, @Nullable Instant revokedAt) {
  static GrantState of(Grant grant) {
    return new GrantState(grant.plan(), grant.startsAt(), grant.until(), grant.revokedAt());
  }
}
