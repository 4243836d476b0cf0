package gantry.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event in its place in a chain. */
@MappedEntity("audit.events")
record AuditRow(
    @Id UUID id,
    String chain,
    long number,
    String tenant,
    String actor,
    String action,
    String objectType,
    String object,
    @Nullable String beforeHash,
    @Nullable String afterHash,
    String details,
    @Nullable String requestId,
    Instant at,
    String previousHash,
    String hash) {
  /** What the hash has to be: over every field and the hash before it. */
  String digest() {
    var sha256 = new FieldsHash();
    sha256.add(previousHash).add(chain).add(Long.toString(number)).add(id.toString());
    sha256.add(tenant).add(actor).add(action).add(objectType).add(object);
    sha256.add(beforeHash).add(afterHash).add(details).add(requestId).add(at.toString());
    return sha256.hex();
  }

  AuditRow withHash() {
    return new AuditRow(
        id,
        chain,
        number,
        tenant,
        actor,
        action,
        objectType,
        object,
        beforeHash,
        afterHash,
        details,
        requestId,
        at,
        previousHash,
        digest());
  }
}
