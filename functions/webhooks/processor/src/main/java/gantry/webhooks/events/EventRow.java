package gantry.webhooks.events;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What only the view of one event shows. */
@MappedEntity("webhooks.events")
record EventRow(
    @Id UUID id,
    @Nullable String error,
    @Nullable Instant nextAttemptAt,
    @Nullable String requestId,
    String headers,
    @Nullable Instant verifiedAt,
    @Nullable Instant queuedAt,
    Instant storedAt,
    Instant decidedAt,
    @Nullable Instant bodyRetiredAt) {}
