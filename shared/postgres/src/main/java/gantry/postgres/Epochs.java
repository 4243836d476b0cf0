package gantry.postgres;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The newest epoch of the primary that this process has heard of, from any server, and never less
 * than {@code DATABASE_EPOCH}. It only grows: nothing older is written to again.
 */
final class Epochs {
  private final AtomicLong newest;

  Epochs(long floor) {
    newest = new AtomicLong(floor);
  }

  long newest() {
    return newest.get();
  }

  /** Whether this is news. */
  boolean heard(long epoch) {
    return newest.getAndAccumulate(epoch, Math::max) < epoch;
  }
}
