package gantry.local.function;

/** How an invocation ended. */
public sealed interface InvocationOutcome {

  record Returned(String payload) implements InvocationOutcome {}

  /** The handler threw, timed out or died; {@code payload} is the error document Lambda gives. */
  record Failed(String type, String payload) implements InvocationOutcome {
    static final String TIMED_OUT = "Sandbox.Timedout";
    static final String EXITED = "Runtime.ExitError";

    static Failed of(String type, String message) {
      return new Failed(type, ErrorDocument.of(type, message));
    }

    boolean isTimeout() {
      return type.equals(TIMED_OUT);
    }
  }
}
