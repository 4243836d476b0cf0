package gantry.redis.limiter;

import gantry.meter.Quota;
import gantry.meter.Verdict;
import gantry.meter.Verdict.Admitted;
import gantry.redis.Clients;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A process that asks the limiter in parallel when it is told to, and prints how often it may. */
final class CountingProcess {
  static final Limit TEN =
      new Limit("ten", new Quota(10, Duration.ofMinutes(5)), Limit.WhenUncounted.CLOSED);

  private CountingProcess() {}

  /** Arguments: address, subject, calls. */
  public static void main(String[] args) throws IOException {
    try (var redis = Clients.on(args[0])) {
      var limiter = new Limiter(redis, new LimiterConfig(1), Clock.systemUTC());
      counted(limiter, "warm");
      System.out.println("ready");
      if (System.in.read() >= 0) {
        System.out.println(admitted(limiter, args[1], Integer.parseInt(args[2])));
      }
    }
  }

  private static int admitted(Limiter limiter, String subject, int calls) {
    var admitted = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(calls)) {
      for (var i = 0; i < calls; i++) {
        threads.execute(() -> {
          if (counted(limiter, subject) instanceof Admitted) {
            admitted.incrementAndGet();
          }
        });
      }
    }
    return admitted.get();
  }

  /** On a machine at its limits a call may find no answer in time; it is asked again. */
  private static Verdict counted(Limiter limiter, String subject) {
    while (true) {
      if (limiter.take(TEN, subject) instanceof Decision.Counted(var verdict)) {
        return verdict;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
