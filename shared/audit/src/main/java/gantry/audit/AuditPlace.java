package gantry.audit;

import java.time.Instant;
import java.util.UUID;

/** The place of an event in the order of time. */
public record AuditPlace(Instant at, UUID id) {
  /** Behind every event; PostgreSQL compares the bits without a sign. */
  public static final AuditPlace LAST =
      new AuditPlace(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));
}
