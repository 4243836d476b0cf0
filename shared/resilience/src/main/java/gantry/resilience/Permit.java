package gantry.resilience;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Leave to make one call. Its first verdict counts; closed without one, as when the call was
 * cancelled, it says nothing about the server and another call may probe in its place.
 */
public final class Permit implements AutoCloseable {
  private final Breaker breaker;
  private final int era;
  private final AtomicBoolean judged = new AtomicBoolean();

  Permit(Breaker breaker, int era) {
    this.breaker = breaker;
    this.era = era;
  }

  /** The server answered, be it with a refusal. */
  public void succeeded() {
    if (judged.compareAndSet(false, true)) {
      breaker.succeeded(era);
    }
  }

  /** The server was not there, or did not answer in time. */
  public void failed() {
    if (judged.compareAndSet(false, true)) {
      breaker.failed(era);
    }
  }

  @Override
  public void close() {
    if (judged.compareAndSet(false, true)) {
      breaker.abandoned(era);
    }
  }
}
