package gantry.postgres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** Goes on by itself until a test stops it, and further when a test says so. */
final class AdvancingClock extends Clock {
  private final AtomicReference<Clock> time = new AtomicReference<>(Clock.systemUTC());

  void stop() {
    time.updateAndGet(now -> Clock.fixed(now.instant(), now.getZone()));
  }

  void advance(Duration further) {
    time.updateAndGet(now -> Clock.offset(now, further));
  }

  @Override
  public Instant instant() {
    return time.get().instant();
  }

  @Override
  public ZoneId getZone() {
    return time.get().getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
