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
    private final LongAdder storeds = new LongAdder();
    private final LongAdder unreachables = new LongAdder();

    void local() {
      locals.increment();
    }

    void stored() {
      storeds.increment();
    }

    void unreachable() {
      unreachables.increment();
    }

    Hits hits() {
      return new Hits(locals.sum(), storeds.sum(), unreachables.sum());
    }
  }

  /** So far, in this process. */
  record Hits(long local, long stored, long unreachable) {
    long all() {
      return local + stored + unreachable;
    }
  }
}
