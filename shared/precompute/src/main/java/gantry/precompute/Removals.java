package gantry.precompute;

import jakarta.inject.Singleton;
import java.time.Clock;

/** What must be gone from a page before its next build. Called in the transaction of the change. */
@Singleton
public final class Removals {
  private final PostgresPageStore store;
  private final Clock clock;

  Removals(PostgresPageStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Readers see it within seconds of the commit. */
  public void remove(String view, String subject, String item) {
    store.remove(view, subject, item, clock.instant());
  }

  /** May be shown again, should a build say so. */
  public void restore(String view, String subject, String item) {
    store.restore(view, subject, item);
  }
}
