package gantry.outbox;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("outbox.events")
record OutboxRow(
    @Id UUID id,
    String stream,
    String aggregateType,
    String aggregate,
    String type,
    String payload,
    Instant occurredAt,
    @Nullable String requestId) {}
