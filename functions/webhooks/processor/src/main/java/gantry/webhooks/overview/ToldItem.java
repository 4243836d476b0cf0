package gantry.webhooks.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event about it; {@code /v1/webhook-events/{id}} has the rest. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@MappedEntity("webhooks.events")
record ToldItem(
    @Id UUID id,
    @Nullable String type,
    String state,
    @Nullable String reason,
    @Nullable Instant providerTime,
    Instant receivedAt) {}
