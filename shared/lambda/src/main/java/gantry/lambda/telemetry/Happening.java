package gantry.lambda.telemetry;

import java.util.Map;

/** What there is to tell. */
sealed interface Happening {
  /** An error that was logged with what was thrown. */
  record Failure(String logger, Throwable thrown, long at) implements Happening {}

  /** Something that was counted, with its bounded dimensions. */
  record Counted(String name, Map<String, String> dimensions, long at) implements Happening {
    public Counted {
      dimensions = Map.copyOf(dimensions);
    }
  }
}
