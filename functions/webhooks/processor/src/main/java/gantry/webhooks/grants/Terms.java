package gantry.webhooks.grants;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What decides on the access that a subscription gives. */
public record Terms(
    @Nullable Status status,
    @Nullable String variant,
    @Nullable Instant renewsAt,
    @Nullable Instant endsAt,
    @Nullable String pauseMode,
    @Nullable Instant pastDueSince) {}
