package gantry.precompute;

import gantry.precompute.ReadStatistics.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One page in this process. One caller at a time looks for a newer one; the others take the old one
 * meanwhile, and wait only where there is none. What failed for the one has failed for them all.
 */
final class LocalPage {
  private static final Logger LOG = LoggerFactory.getLogger(LocalPage.class);

  private final Duration fresh;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Known known = new Known(Optional.empty(), Instant.MIN);
  private volatile Failures failures = new Failures(0, new IllegalStateException());

  LocalPage(Duration fresh) {
    this.fresh = fresh;
  }

  Optional<Page> get(Instant now, Supplier<Optional<Page>> source, Counts counts) {
    var before = failures.count();
    if (known.isFresh(now) || !begin()) {
      counts.local();
      return known.page();
    }
    try {
      if (failures.count() > before) {
        throw failures.last();
      }
      if (known.isFresh(now)) { // Somebody else has looked meanwhile.
        counts.local();
        return known.page();
      }
      return look(now, source, counts);
    } finally {
      looking.unlock();
    }
  }

  /** False when somebody else is looking and there is a page to take meanwhile. */
  private boolean begin() {
    if (known.page().isPresent()) {
      return looking.tryLock();
    }
    looking.lock();
    return true;
  }

  private Optional<Page> look(Instant now, Supplier<Optional<Page>> source, Counts counts) {
    try {
      keep(source.get(), now);
    } catch (RuntimeException e) {
      if (known.page().isEmpty()) {
        failures = new Failures(failures.count() + 1, e);
        throw e;
      }
      counts.unreachable();
      LOG.warn("A page cannot be read; the one at hand goes on", e);
      keep(known.page(), now);
    }
    return known.page();
  }

  private void keep(Optional<Page> page, Instant now) {
    known = new Known(page, now.plus(fresh));
  }

  /** Looks that failed while there was no page. */
  private record Failures(int count, RuntimeException last) {}

  /** A page and until when nobody looks for a newer one. */
  private record Known(Optional<Page> page, Instant until) {
    boolean isFresh(Instant now) {
      return now.isBefore(until);
    }
  }
}
