package gantry.lambda.telemetry;

import java.util.Map;

/** Something that was counted, with its bounded dimensions. */
record Counted(String name, Map<String, String> dimensions, long at) {
  Counted {
    dimensions = Map.copyOf(dimensions);
  }
}
