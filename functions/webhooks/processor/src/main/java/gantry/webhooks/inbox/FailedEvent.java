package gantry.webhooks.inbox;

import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.receiver.WebhookDelivery;
import gantry.webhooks.receiver.WebhookDelivery.Times;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that failed for good, with all that its first message said. */
@MappedEntity("webhooks.events")
public record FailedEvent(
    @Id UUID id,
    String provider,
    String mode,
    String headers,
    @MappedProperty(converter = RawBodyColumn.class, type = DataType.BYTE_ARRAY) RawBody body,
    @Nullable String requestId,
    Instant receivedAt,
    Instant verifiedAt,
    Instant queuedAt,
    String reason,
    Instant decidedAt) {
  public WebhookDelivery delivery(Map<String, String> readHeaders) {
    return new WebhookDelivery(
        id,
        Provider.of(provider).orElseThrow(),
        Mode.of(mode).orElseThrow(),
        new Times(receivedAt, verifiedAt, queuedAt),
        requestId == null ? "" : requestId,
        readHeaders,
        body);
  }
}
