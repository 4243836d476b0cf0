package gantry.webhooks.inbox;

import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.payload.Resource;
import gantry.webhooks.payload.WebhookPayload;
import gantry.webhooks.payload.WebhookPayload.Parsed;
import gantry.webhooks.payload.WebhookPayload.Unreadable;
import gantry.webhooks.receiver.WebhookDelivery;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A first delivery as it is stored, before anything is decided; the event takes its id. */
@MappedEntity("webhooks.events")
record NewEvent(
    @Id UUID id,
    String provider,
    String mode,
    String identity,
    @Nullable String type,
    @Nullable String resourceType,
    @Nullable String resource,
    String messageGroup,
    @MappedProperty(converter = RawBodyColumn.class, type = DataType.BYTE_ARRAY) RawBody body,
    String sha256,
    String headers,
    @Nullable String requestId,
    @Nullable Instant providerTime,
    Instant receivedAt,
    Instant verifiedAt,
    Instant queuedAt,
    Instant storedAt) {
  static NewEvent of(WebhookDelivery delivery, String headers, Instant storedAt) {
    var payload = delivery.payload();
    var resource = resource(payload);
    return new NewEvent(
        delivery.id(),
        delivery.provider().slug(),
        delivery.mode().slug(),
        payload.eventId(),
        payload.type(),
        resource == null ? null : resource.type(),
        resource == null ? null : resource.id(),
        delivery.groupId(),
        delivery.body(),
        delivery.body().sha256(),
        headers,
        delivery.requestId().isEmpty() ? null : delivery.requestId(),
        payload instanceof Parsed parsed ? parsed.providerTime() : null,
        delivery.times().receivedAt(),
        delivery.times().verifiedAt(),
        delivery.times().queuedAt(),
        storedAt);
  }

  private static @Nullable Resource resource(WebhookPayload payload) {
    return switch (payload) {
      case Parsed parsed -> parsed.resource();
      case Unreadable _ -> null;
    };
  }

  WebhookEvent event() {
    return new WebhookEvent(
        id,
        Provider.of(provider).orElseThrow(),
        Mode.of(mode).orElseThrow(),
        type,
        body,
        receivedAt);
  }
}
