package gantry.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which events; what is null does not matter. The end of the time is excluded. */
public record AuditFilter(
    @Nullable String tenant,
    @Nullable String actor,
    @Nullable String action,
    @Nullable String objectType,
    @Nullable String object,
    Instant from,
    Instant to) {}
