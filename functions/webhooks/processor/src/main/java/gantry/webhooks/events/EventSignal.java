package gantry.webhooks.events;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** Something odd about an event. */
@MappedEntity("webhooks.signals")
@Serdeable
record EventSignal(@Id String kind, Instant at) {}
