package gantry.postgres;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A read that a replica may answer, in force on the thread that runs it. */
final class ReplicaRead {
  static final ScopedValue<ReplicaRead> CURRENT = ScopedValue.newInstance();

  private final Duration accepted;
  private final @Nullable Position position;
  private Duration age = Duration.ZERO;

  ReplicaRead(Duration accepted, @Nullable Position position) {
    this.accepted = accepted;
    this.position = position;
  }

  /** Money, claims and limits are decided on the primary. */
  static void refuseDecisions() {
    if (CURRENT.isBound()) {
      throw new IllegalStateException("A read that accepts a replica decides nothing");
    }
  }

  Duration accepted() {
    return accepted;
  }

  @Nullable Position position() {
    return position;
  }

  void isOf(Duration measured) {
    age = measured;
  }

  Duration age() {
    return age;
  }
}
