package gantry.webhooks.events;

import gantry.webhooks.inbox.RawBodyColumn;
import gantry.webhooks.payload.RawBody;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bytes of one event. */
@MappedEntity("webhooks.events")
record EventBody(
    @Id UUID id,
    @MappedProperty(converter = RawBodyColumn.class, type = DataType.BYTE_ARRAY) RawBody body,
    @Nullable Instant bodyRetiredAt) {
  /** What is left of a body is what handlers read of it, and not what the provider sent. */
  boolean isRetired() {
    return bodyRetiredAt != null;
  }
}
