package gantry.webhooks.inbox;

import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of an event when one of its messages arrives; its row is locked. */
@MappedEntity("webhooks.events")
record StoredEvent(
    @Id UUID id,
    String provider,
    String mode,
    @Nullable String type,
    @MappedProperty(converter = RawBodyColumn.class, type = DataType.BYTE_ARRAY) RawBody body,
    String sha256,
    Instant receivedAt,
    State state,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant deadLetteredAt) {
  WebhookEvent event() {
    return new WebhookEvent(
        id,
        Provider.of(provider).orElseThrow(),
        Mode.of(mode).orElseThrow(),
        type,
        body,
        receivedAt);
  }

  boolean isWaiting() {
    return state == State.PARKED && nextAttemptAt != null;
  }

  boolean owesDeadLetter() {
    return state == State.FAILED && deadLetteredAt == null;
  }
}
