package gantry.fakefollowers.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;

/** How many followers of an audit, or of a batch, share a name or a handle's pattern. */
@MappedEntity("followers.duplicate_groups")
@Serdeable
record GroupRow(String kind, @Id long key, int members) {
  static final String NAME = "name";
  static final String HANDLE = "handle";
}
