package gantry.bench;

import gantry.meter.Quota;
import gantry.redis.Place;
import gantry.redis.Redis;
import gantry.redis.Reply.Answered;
import gantry.redis.limiter.Limit;
import gantry.redis.limiter.Limit.WhenUncounted;
import gantry.redis.limiter.Limiter;
import gantry.testing.RedisServer;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What a killed and a hung Redis cost its callers, and what a call costs otherwise. */
public final class RedisFailOver {
  private static final Limit MANY =
      new Limit("many", new Quota(10_000_000, Duration.ofHours(1)), WhenUncounted.SHARE);

  private final RedisServer primary;
  private final Redis redis;
  private final Limiter limiter;

  private RedisFailOver(RedisServer primary, ApplicationContext context) {
    this.primary = primary;
    this.redis = context.getBean(Redis.class);
    this.limiter = context.getBean(Limiter.class);
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("redis");
    try (var primary = RedisServer.start(folder.resolve("primary"), 0);
        var backup = RedisServer.start(folder.resolve("backup"), 0);
        var context =
            ApplicationContext.run(
                Map.of("redis.url", primary.url(), "redis.backup-url", backup.url()))) {
      var bench = new RedisFailOver(primary, context);
      bench.first();
      bench.throughput();
      for (var round = 1; round <= 5; round++) {
        bench.hung(round);
        bench.killed(round);
      }
    }
  }

  private void first() {
    var begin = System.nanoTime();
    ask();
    System.out.printf("first answer after %.0f ms%n", millis(begin));
  }

  private void throughput() {
    for (var round = 1; round <= 3; round++) {
      var end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
      var calls = 0;
      while (System.nanoTime() < end) {
        limiter.take(MANY, "one");
        calls++;
      }
      System.out.printf("limiter, one thread: %d decisions/s%n", calls / 2);
    }
  }

  private void hung(int round) {
    primary.pause();
    report("hung", round);
    primary.resume();
    recover();
  }

  private void killed(int round) {
    primary.kill();
    report("killed", round);
    primary.start();
    recover();
  }

  /** Calls for three seconds, and tells the worst and when the last slow or lost one ended. */
  private void report(String what, int round) {
    var begin = System.nanoTime();
    var end = begin + Duration.ofSeconds(3).toNanos();
    var worst = 0.0;
    var settled = 0.0;
    var lost = 0;
    while (System.nanoTime() < end) {
      var call = System.nanoTime();
      var answered = ask();
      var took = millis(call);
      worst = Math.max(worst, took);
      lost += answered ? 0 : 1;
      if (!answered || took > 50) {
        settled = millis(begin);
      }
    }
    System.out.printf(
        "%s %d: worst call %.0f ms, lost %d, last slow call ended after %.0f ms%n",
        what, round, worst, lost, settled);
  }

  private void recover() {
    while (!(redis.callAt(Place.PRIMARY, session -> session.commands().ping())
        instanceof Answered)) {
      Thread.onSpinWait();
    }
  }

  private boolean ask() {
    return redis.call(session -> session.commands().ping()) instanceof Answered;
  }

  private static double millis(long since) {
    return (System.nanoTime() - since) / 1e6;
  }
}
