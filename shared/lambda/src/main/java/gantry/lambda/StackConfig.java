package gantry.lambda;

/** {@code STACK_NAME}: the stack that this process is of, {@code gantry} unless set. */
final class StackConfig {
  private StackConfig() {}

  static String name() {
    return System.getenv().getOrDefault("STACK_NAME", "gantry");
  }
}
