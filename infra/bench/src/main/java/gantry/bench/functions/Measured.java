package gantry.bench.functions;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.LongStream;

/**
 * How long each call took, and what this process computed meanwhile: firmer than the clock on a
 * machine that is busy besides.
 */
final class Measured {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long[] sortedNanos;
  private final double seconds;
  private final double cpuSeconds;

  private Measured(long[] sortedNanos, double seconds, double cpuSeconds) {
    this.sortedNanos = sortedNanos;
    this.seconds = seconds;
    this.cpuSeconds = cpuSeconds;
  }

  /** One call, which throws when it failed. */
  interface Call {
    void make() throws Exception;
  }

  /** Calls one after the other, as often as the time allows. */
  static Measured during(Duration time, Call call) throws Exception {
    var nanos = LongStream.builder();
    var cpu = cpu();
    var begin = System.nanoTime();
    var end = begin + time.toNanos();
    while (System.nanoTime() < end) {
      nanos.add(timed(call));
    }
    return of(nanos.build().toArray(), begin, cpu);
  }

  /** So many calls one after the other. */
  static Measured times(int count, Call call) throws Exception {
    var nanos = new long[count];
    var cpu = cpu();
    var begin = System.nanoTime();
    for (var i = 0; i < count; i++) {
      nanos[i] = timed(call);
    }
    return of(nanos, begin, cpu);
  }

  private static long timed(Call call) throws Exception {
    var start = System.nanoTime();
    call.make();
    return System.nanoTime() - start;
  }

  private static Measured of(long[] nanos, long begin, double cpuBefore) {
    var seconds = (System.nanoTime() - begin) / 1e9;
    return new Measured(LongStream.of(nanos).sorted().toArray(), seconds, cpu() - cpuBefore);
  }

  private static double cpu() {
    return SYSTEM.getProcessCpuTime() / 1e9;
  }

  double seconds() {
    return seconds;
  }

  double perSecond() {
    return sortedNanos.length / seconds;
  }

  double perCpuSecond() {
    return sortedNanos.length / cpuSeconds;
  }

  double millis(int percentile) {
    return sortedNanos[sortedNanos.length * percentile / 100] / 1e6;
  }

  @Override
  public String toString() {
    return "%.0f/s, %.0f per CPU second, p50 %.3f ms, p99 %.3f ms"
        .formatted(perSecond(), perCpuSecond(), millis(50), millis(99));
  }
}
