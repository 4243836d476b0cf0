package gantry.fakefollowers.audit;

import gantry.fakefollowers.batch.AuditRef;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An audit as it stands in the table. */
@MappedEntity("followers.audits")
record StoredAudit(
    @Id UUID id,
    String tenant,
    String owner,
    String creator,
    String platform,
    String state,
    Instant createdAt,
    @Nullable Instant followersRetiredAt) {
  static final String OPEN = "OPEN";
  static final String CLOSED = "CLOSED";

  static StoredAudit of(AuditRef audit, String state, Instant now) {
    return new StoredAudit(
        audit.id(),
        audit.tenant(),
        audit.owner(),
        audit.creator(),
        audit.platform(),
        state,
        now,
        null);
  }

  AuditRef ref() {
    return new AuditRef(id, tenant, owner, creator, platform);
  }

  /** Its followers are kept no longer. */
  boolean isRetired() {
    return followersRetiredAt != null;
  }

  boolean isOpen() {
    return state.equals(OPEN);
  }
}
