package gantry.webhooks.notices;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What went out; {@code endedAt} when no event told of it but the clock. */
@MappedEntity("webhooks.notices")
record PublishedNotice(
    @Id String subject, String condition, int occurrence, Instant at, @Nullable Instant endedAt) {
  String key() {
    return occurrence + " " + condition;
  }
}
