package gantry.payments.claim;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Access that a payment bought, on its way. */
@MappedEntity("payments.grants")
record GrantRow(
    @Id UUID claim, String userId, String message, Instant createdAt, @Nullable Instant sentAt) {}
