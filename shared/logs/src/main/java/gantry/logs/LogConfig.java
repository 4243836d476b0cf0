package gantry.logs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.slf4j.event.Level;

/** From which level on loggers write, and the function they write for; empty outside of Lambda. */
record LogConfig(Level own, String function) {
  /** What libraries say below this helps nobody on call. */
  static final Level LIBRARIES = Level.WARN;

  private static final String OWN_PACKAGES = "gantry.";

  static LogConfig ofEnvironment() {
    return of(System.getenv());
  }

  /** Reads {@code LOG_LEVEL}, INFO by default, and Lambda's {@code AWS_LAMBDA_FUNCTION_NAME}. */
  static LogConfig of(Map<String, String> environment) {
    return new LogConfig(
        level(environment.getOrDefault("LOG_LEVEL", "")),
        environment.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", ""));
  }

  boolean writes(String logger, Level level) {
    var least = logger.startsWith(OWN_PACKAGES) ? own : LIBRARIES;
    return level.toInt() >= least.toInt();
  }

  /** An unknown name must not keep a function from starting. */
  private static Level level(String name) {
    return Arrays.stream(Level.values())
        .filter(level -> level.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElse(Level.INFO);
  }
}
