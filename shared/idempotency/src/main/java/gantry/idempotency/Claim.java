package gantry.idempotency;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** The wish to be the one run of a request; its id fences off every earlier one. */
@MappedEntity("idempotency.requests")
record Claim(
    @Id UUID claim,
    String tenant,
    String caller,
    String route,
    String key,
    String fingerprint,
    Instant claimedAt,
    Instant leasedUntil,
    Instant expiresAt) {
  static Claim of(UUID id, KeyedRequest request, Instant now, Instant leasedUntil, Instant expiry) {
    var scope = request.scope();
    return new Claim(
        id,
        scope.tenant(),
        scope.caller(),
        scope.route(),
        request.key(),
        request.fingerprint(),
        now,
        leasedUntil,
        expiry);
  }
}
