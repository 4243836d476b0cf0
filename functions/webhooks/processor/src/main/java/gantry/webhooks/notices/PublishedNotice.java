package gantry.webhooks.notices;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("webhooks.notices")
record PublishedNotice(@Id String subject, String condition, int occurrence, Instant at) {
  String key() {
    return occurrence + " " + condition;
  }
}
