package gantry.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault from its injection to its end. */
final class FaultInForce {
  private final Fault fault;
  private final int most;
  private final AtomicInteger strikes = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);

  FaultInForce(Fault fault, int most) {
    this.fault = fault;
    this.most = most;
  }

  Fault fault() {
    return fault;
  }

  /** Whether a connection may be struck now; each yes counts. */
  boolean strikes() {
    return strikes.getAndUpdate(count -> Math.min(most, count + 1)) < most;
  }

  void end() {
    over.countDown();
  }

  void awaitEnd() throws InterruptedException {
    over.await();
  }

  /** Waits this long, or less when the fault ends. */
  void awaitEnd(Duration most) throws InterruptedException {
    var _ = over.await(most.toNanos(), TimeUnit.NANOSECONDS);
  }
}
