package gantry.meter;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Spreads the calls of this process: as many at once as the quota has, then evenly. Waits as long
 * as the server says.
 */
public final class EvenPace implements Pace {
  /** A server that says more is asked again after this. */
  public static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

  private final long interval;
  private final long ahead;
  private final LongSupplier nanoTime;
  private long next;

  public EvenPace(Quota quota) {
    this(quota, System::nanoTime);
  }

  EvenPace(Quota quota, LongSupplier nanoTime) {
    this.interval = quota.interval().toNanos();
    this.ahead = quota.ahead().toNanos();
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong();
  }

  @Override
  public synchronized Optional<Duration> turn(Duration most) {
    var now = nanoTime.getAsLong();
    var wait = Math.max(0, next - now - ahead);
    if (wait > most.toNanos()) {
      return Optional.empty();
    }
    next = now + Math.max(0, next - now) + interval;
    return Optional.of(Duration.ofNanos(wait));
  }

  @Override
  public synchronized void hold(Duration pause) {
    var bounded = pause.compareTo(LONGEST_HOLD) < 0 ? pause : LONGEST_HOLD;
    var until = nanoTime.getAsLong() + bounded.toNanos() + ahead;
    next = until - next > 0 ? until : next; // A difference, because nanoTime may run over.
  }
}
