package gantry.lambda;

import java.util.Map;

/** {@code STACK_NAME}: the stack that this process is of, {@code gantry} unless set. */
public final class StackConfig {
  private StackConfig() {}

  public static String name(Map<String, String> environment) {
    return environment.getOrDefault("STACK_NAME", "gantry");
  }

  static String ofProcess() {
    return name(System.getenv());
  }
}
