package gantry.webhooks.subscriptions;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** An event that waits until a plan has this variant. */
@MappedEntity("webhooks.waiting_variants")
record WaitingVariant(@Id UUID event, String variantId) {}
