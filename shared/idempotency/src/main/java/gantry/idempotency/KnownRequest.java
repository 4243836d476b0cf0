package gantry.idempotency;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known under a key: a run, and its answer once there is one. */
@MappedEntity("idempotency.requests")
record KnownRequest(
    @Id UUID claim,
    String fingerprint,
    @Nullable Integer status,
    @Nullable String headers,
    @Nullable String body) {}
