package gantry.precompute;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Where this process's readers found their pages. */
@Singleton
final class ReadStatistics {
  private final Map<String, Counts> views = new ConcurrentHashMap<>();

  Counts of(String view) {
    return views.computeIfAbsent(view, _ -> new Counts());
  }

  /** Of one view. */
  static final class Counts {
    private final LongAdder locals = new LongAdder();
    private final LongAdder shareds = new LongAdder();
    private final LongAdder storeds = new LongAdder();
    private final LongAdder unreachables = new LongAdder();

    void local() {
      locals.increment();
    }

    void shared() {
      shareds.increment();
    }

    void stored() {
      storeds.increment();
    }

    void unreachable() {
      unreachables.increment();
    }

    Hits hits() {
      return new Hits(locals.sum(), shareds.sum(), storeds.sum(), unreachables.sum());
    }
  }

  /** So far, in this process. */
  record Hits(long local, long shared, long stored, long unreachable) {
    long all() {
      return local + shared + stored + unreachable;
    }

    Map<String, Double> ratios() {
      return Map.of(
          "process", ratio(local + unreachable), "redis", ratio(shared), "postgres", ratio(stored));
    }

    private double ratio(long part) {
      return all() == 0 ? 0 : (double) part / all();
    }
  }
}
