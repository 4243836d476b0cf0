package gantry.fakefollowers.audit;

import gantry.fakefollowers.model.Duplicates;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A follower in the table; its place in the audit is its batch and its place there. */
@MappedEntity("followers.followers")
record KnownFollower(
    @Id int batch,
    int place,
    @Nullable Long nameKey,
    @Nullable Long handleKey,
    int nameLevel,
    int handleLevel,
    String result) {
  Duplicates duplicates() {
    return new Duplicates(nameLevel, handleLevel);
  }
}
