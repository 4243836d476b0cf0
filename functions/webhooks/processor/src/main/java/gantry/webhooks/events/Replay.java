package gantry.webhooks.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a replay did, or would do. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Replay(
    UUID replayId,
    int matched,
    int queued,
    int skipped,
    boolean dryRun,
    @Nullable String nextCursor) {}
