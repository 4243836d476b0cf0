package gantry.webhooks.events;

import gantry.webhooks.inbox.RawBodyColumn;
import gantry.webhooks.payload.RawBody;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.model.DataType;
import java.util.UUID;

/** The bytes of one event. */
@MappedEntity("webhooks.events")
record EventBody(
    @Id UUID id,
    @MappedProperty(converter = RawBodyColumn.class, type = DataType.BYTE_ARRAY) RawBody body) {}
