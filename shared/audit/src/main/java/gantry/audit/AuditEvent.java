package gantry.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did. The action is a verb in the past, such as "replay.ordered". Of the
 * object's states only hashes are kept; details are few, and free of secrets and personal data.
 */
public record AuditEvent(
    Actor actor,
    String action,
    AuditedObject object,
    @Nullable Record before,
    @Nullable Record after,
    Map<String, String> details) {
  public AuditEvent {
    details = Map.copyOf(details);
  }

  /** An action that changed no state of the object itself. */
  public static AuditEvent of(
      Actor actor, String action, AuditedObject object, Map<String, String> details) {
    return new AuditEvent(actor, action, object, null, null, details);
  }
}
