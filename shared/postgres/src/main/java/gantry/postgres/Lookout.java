package gantry.postgres;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Looks at all servers now and then, beside the work: as long as an old primary answers, nothing
 * else would tell that another one has taken over.
 */
final class Lookout {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final PrimarySource source;
  private final ConnectionPool pool;
  private final AtomicLong next = new AtomicLong(System.nanoTime() + EVERY.toNanos());

  Lookout(PrimarySource source, ConnectionPool pool) {
    this.source = source;
    this.pool = pool;
  }

  void lookSometimes() {
    var due = next.get();
    var now = System.nanoTime();
    if (now - due >= 0 && next.compareAndSet(due, now + EVERY.toNanos())) {
      Thread.ofVirtual().name("lookout").start(this::look);
    }
  }

  /** The next connection is made to whichever server is the primary then. */
  void forget() {
    source.forget();
  }

  /** Connections to the server of before are of no use any more. */
  void look() {
    if (source.looksDifferent()) {
      pool.evictAll();
    }
  }
}
