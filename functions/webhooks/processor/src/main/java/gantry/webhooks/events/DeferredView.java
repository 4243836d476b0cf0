package gantry.webhooks.events;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** What was taken and is not done yet. */
@Serdeable
record DeferredView(UUID deferredId) {}
