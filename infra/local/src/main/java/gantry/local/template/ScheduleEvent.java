package gantry.local.template;

import java.time.ZoneId;
import java.util.Optional;

/** A schedule; the two kinds differ in the event that the function sees. */
public record ScheduleEvent(
    String id,
    String function,
    Kind kind,
    String expression,
    ZoneId zone,
    Optional<String> input,
    boolean enabled) {

  public enum Kind {
    /** An EventBridge rule ({@code Schedule}). */
    RULE,
    /** EventBridge Scheduler ({@code ScheduleV2}). */
    SCHEDULER
  }
}
