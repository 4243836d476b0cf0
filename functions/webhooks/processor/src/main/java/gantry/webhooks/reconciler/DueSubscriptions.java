package gantry.webhooks.reconciler;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Chooses what to ask about. */
@Singleton
final class DueSubscriptions {
  private static final Duration LONG_PAST_DUE = Duration.ofDays(14);

  private final PostgresDueStore store;
  private final ReconcileConfig config;
  private final Clock clock;

  DueSubscriptions(PostgresDueStore store, ReconcileConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  /** Of providers that can be asked. */
  List<DueSubscription> take(List<String> providers, int limit) {
    var now = clock.instant();
    return store.take(
        providers,
        now,
        now.minus(config.margin()),
        now.plus(config.margin()),
        now.minus(LONG_PAST_DUE),
        config.interval().toSeconds(),
        limit);
  }

  void giveBack(DueSubscription due) {
    store.giveBack(due);
  }

  void postpone(DueSubscription due) {
    store.postpone(due.provider(), due.mode(), due.subscriptionId(), config.interval().toSeconds());
  }

  void healed(DueSubscription due) {
    store.healed(due);
  }
}
