package gantry.precompute;

import gantry.redis.cache.Loaded;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Reads a user's own page. The first reader composes it, the others wait or take the one before;
 * while PostgreSQL is away the old one goes on.
 */
@Singleton
public final class ReadOwnView {
  /** A page with nothing on it may soon have something. */
  private static final Duration NOTHING = Duration.ofSeconds(2);

  private final PostgresOwnPageStore store;
  private final SharedPages shared;
  private final Clock clock;

  ReadOwnView(PostgresOwnPageStore store, SharedPages shared, Clock clock) {
    this.store = store;
    this.shared = shared;
    this.clock = clock;
  }

  public Reading read(View view, Subject subject) {
    return shared
        .get(view, subject.key(), () -> compose(view, subject))
        .map(page -> Reading.of(page, page.isOlderThan(view.ages().soft(), clock.instant())))
        .orElseGet(() -> Reading.none(view));
  }

  /** After a write of the user's own, and its commit: the next read shows it. */
  public void forget(View view, Subject subject) {
    shared.forget(view.name(), subject.key());
  }

  private Loaded<Page> compose(View view, Subject subject) {
    var composed = store.compose(view, subject, clock.instant());
    var loaded = Loaded.of(composed.page());
    return composed.items() == 0 ? loaded.freshFor(NOTHING) : loaded;
  }
}
