package gantry.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did. The action is a verb in the past, such as "replay.ordered". Of the
 * object's states only hashes are kept; details are few, and free of secrets and personal data. So
 * are the states: a hash over few possible values would give away whom an erasure has forgotten.
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

  /** What the object was before and is now; null where there was none, or is none any more. */
  public AuditEvent changing(@Nullable Record from, @Nullable Record to) {
    return new AuditEvent(actor, action, object, from, to, details);
  }
}
