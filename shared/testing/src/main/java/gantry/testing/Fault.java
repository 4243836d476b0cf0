package gantry.testing;

import java.time.Duration;

/** What a {@link FaultProxy} does to the connections that go through it. */
public sealed interface Fault {
  /** Nothing: bytes pass. */
  record None() implements Fault {}

  /** Each piece arrives later by this much, in both directions. */
  record Latency(Duration delay) implements Fault {}

  /** Connections open and nothing arrives; what was sent meanwhile arrives when the fault ends. */
  record BlackHole() implements Fault {}

  /** Connections are reset, open ones at once and new ones after they were accepted. */
  record Reset() implements Fault {}

  /** As if the server's process had ended: open connections are reset, new ones refused. */
  record Refuse() implements Fault {}

  /** Each connection closes after this many more bytes of one direction have arrived. */
  record Cut(Direction direction, long bytes) implements Fault {}

  /** The server answers the request that holds this text; its client sees a reset instead. */
  record ReplyLost(String request) implements Fault {}

  /** The server answers the request that holds this text; its client hears nothing. */
  record ReplyWithheld(String request) implements Fault {}

  /** Where bytes go. */
  enum Direction {
    TO_SERVER,
    TO_CLIENT
  }

  static Fault none() {
    return new None();
  }

  static Fault latency(Duration delay) {
    return new Latency(delay);
  }

  static Fault blackHole() {
    return new BlackHole();
  }

  static Fault reset() {
    return new Reset();
  }

  static Fault refuse() {
    return new Refuse();
  }

  static Fault cutAfter(Direction direction, long bytes) {
    return new Cut(direction, bytes);
  }

  /**
   * For pgjdbc's {@code COMMIT}: the text must be on the wire, which it is not once a statement is
   * prepared on the server ({@code prepareThreshold=0} prevents that).
   */
  static Fault loseReplyTo(String request) {
    return new ReplyLost(request);
  }

  static Fault withholdReplyTo(String request) {
    return new ReplyWithheld(request);
  }
}
