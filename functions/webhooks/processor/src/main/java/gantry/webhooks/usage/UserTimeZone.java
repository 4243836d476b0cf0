package gantry.webhooks.usage;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("webhooks.time_zones")
record UserTimeZone(String tenant, @Id String userId, String zone) {}
