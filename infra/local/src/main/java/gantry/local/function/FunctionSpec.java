package gantry.local.function;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What a function's process needs: its jar, its handler, its limits and its complete environment.
 */
public record FunctionSpec(
    String name,
    String arn,
    Path jar,
    String handler,
    int memoryMb,
    Duration timeout,
    Map<String, String> environment) {

  public FunctionSpec {
    environment = Map.copyOf(environment);
  }
}
