package gantry.webhooks.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An invoice; money in the currency's smallest unit. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@MappedEntity("webhooks.invoices")
record InvoiceItem(
    @Id String id,
    String status,
    @Nullable String billingReason,
    String currency,
    long total,
    long refunded,
    Instant billedAt,
    Instant updatedAt) {}
