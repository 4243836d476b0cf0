package gantry.webhooks.grants;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Access that somebody gives a user, beside everything that was bought. */
@MappedEntity("webhooks.grants")
public record Grant(
    @Id String grantId,
    String userId,
    @Nullable String tenant,
    String plan,
    String source,
    Instant startsAt,
    @Nullable Instant until,
    @Nullable Instant revokedAt) {}
