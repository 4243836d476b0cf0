package gantry.bench.followers;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How often something is done per second of this thread's CPU; neighbours do not count. */
final class CpuRate {
  private CpuRate() {}

  static double of(Duration atLeast, int perRun, Runnable run) {
    var done = 0L;
    var start = nanos();
    while (nanos() - start < atLeast.toNanos()) {
      run.run();
      done += perRun;
    }
    return done * 1e9 / (nanos() - start);
  }

  static long nanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
