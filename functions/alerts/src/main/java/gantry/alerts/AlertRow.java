package gantry.alerts;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One firing of a rule, from its beginning to its recovery. */
@Serdeable
record AlertRow(
    UUID id,
    String rule,
    String severity,
    String state,
    @Nullable Double value,
    Instant firedAt,
    @Nullable Instant recoveredAt,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    Instant noticedAt,
    @Nullable String pending) {}
