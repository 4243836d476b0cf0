package gantry.payments.claim;

import gantry.payments.intent.Grant;
import gantry.payments.intent.Owner;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The message of {@code access-grants.fifo}; idempotent by its id. */
@Serdeable
record AccessGrant(
    String grantId,
    String userId,
    String tenant,
    String plan,
    Instant from,
    Instant until,
    String source) {
  static AccessGrant of(UUID claim, Owner owner, Grant grant, Instant now) {
    return new AccessGrant(
        claim.toString(),
        owner.userId(),
        owner.tenant(),
        grant.plan(),
        now,
        now.plus(Duration.ofDays(grant.days())),
        "payment");
  }
}
