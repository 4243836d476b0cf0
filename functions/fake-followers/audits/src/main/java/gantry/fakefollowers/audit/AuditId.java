package gantry.fakefollowers.audit;

import java.util.Optional;
import java.util.UUID;

/** Ids as callers write them. */
final class AuditId {
  private AuditId() {}

  /** A text that is no id is the id of nothing. */
  static Optional<UUID> of(String text) {
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
