package gantry.webhooks.overview;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** Something that events told of. */
@MappedEntity("webhooks.events")
record ToldResource(String provider, String mode, String resourceType, @Id String resource) {
  RebuildCursor cursor() {
    return new RebuildCursor(provider, mode, resourceType, resource);
  }
}
