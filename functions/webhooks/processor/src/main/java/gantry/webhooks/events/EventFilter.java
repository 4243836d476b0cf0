package gantry.webhooks.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which events; what is null does not matter. Times are those of receipt, the end is excluded. */
record EventFilter(
    @Nullable String provider,
    @Nullable String state,
    @Nullable String type,
    @Nullable String resource,
    Instant from,
    Instant to) {}
