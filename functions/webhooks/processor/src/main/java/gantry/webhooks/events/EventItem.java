package gantry.webhooks.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.postgres.TimeCursor;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event in the list. */
@MappedEntity("webhooks.events")
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record EventItem(
    @Id UUID id,
    String provider,
    String mode,
    @Nullable String type,
    @Nullable String resourceType,
    @Nullable String resource,
    String state,
    @Nullable Instant providerTime,
    Instant receivedAt,
    String sha256,
    int attempts,
    int duplicates,
    @Nullable Instant lastDuplicateAt,
    @Nullable String reason) {
  TimeCursor cursor() {
    return new TimeCursor(receivedAt, id);
  }
}
