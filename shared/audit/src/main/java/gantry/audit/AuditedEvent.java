package gantry.audit;

import gantry.postgres.TimeCursor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as it was written, with its place and seal in the chain. */
public record AuditedEvent(
    UUID id,
    Actor actor,
    String action,
    AuditedObject object,
    @Nullable String beforeHash,
    @Nullable String afterHash,
    String details,
    @Nullable String requestId,
    Instant at,
    Seal seal) {
  /** Its link: the chain, its number in it, and the hash that the next event builds on. */
  public record Seal(String chain, long number, String hash) {}

  static AuditedEvent of(AuditRow row) {
    return new AuditedEvent(
        row.id(),
        new Actor(row.tenant(), row.actor()),
        row.action(),
        new AuditedObject(row.objectType(), row.object()),
        row.beforeHash(),
        row.afterHash(),
        row.details(),
        row.requestId(),
        row.at(),
        new Seal(row.chain(), row.number(), row.hash()));
  }

  public TimeCursor place() {
    return new TimeCursor(at, id);
  }
}
