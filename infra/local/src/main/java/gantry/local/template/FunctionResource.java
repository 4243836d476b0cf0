package gantry.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A function: where its jar is, how it runs, and what its environment holds. */
public record FunctionResource(
    String id,
    Path jar,
    String handler,
    int memoryMb,
    Duration timeout,
    boolean jsonLogs,
    boolean snapStart,
    Map<String, Variable> environment) {

  /** A variable's value; wiring points at what the local cloud itself provides. */
  public record Variable(String value, boolean wiring) {}
}
