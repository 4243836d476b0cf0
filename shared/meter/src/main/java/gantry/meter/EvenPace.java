package gantry.meter;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Spreads the calls of this process evenly, and waits as long as the server says. */
public final class EvenPace implements Pace {
  /** A server that says more is asked again after this. */
  public static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

  private final long interval;
  private final LongSupplier nanoTime;
  private long next;

  public EvenPace(double perSecond) {
    this(perSecond, System::nanoTime);
  }

  EvenPace(double perSecond, LongSupplier nanoTime) {
    this.interval = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong();
  }

  @Override
  public synchronized Optional<Duration> turn(Duration most) {
    var now = nanoTime.getAsLong();
    var wait = Math.max(0, next - now);
    if (wait > most.toNanos()) {
      return Optional.empty();
    }
    next = now + wait + interval;
    return Optional.of(Duration.ofNanos(wait));
  }

  @Override
  public synchronized void hold(Duration pause) {
    var bounded = pause.compareTo(LONGEST_HOLD) < 0 ? pause : LONGEST_HOLD;
    var until = nanoTime.getAsLong() + bounded.toNanos();
    next = until - next > 0 ? until : next; // A difference, because nanoTime may run over.
  }
}
