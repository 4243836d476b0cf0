package gantry.webhooks.events;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who replayed what and why, and what came of it. */
@MappedEntity("webhooks.replays")
record ReplayAudit(
    @Id UUID id,
    String actor,
    String tenant,
    String reason,
    String filter,
    boolean dryRun,
    int matched,
    int skipped,
    @Nullable String requestId,
    Instant at) {}
