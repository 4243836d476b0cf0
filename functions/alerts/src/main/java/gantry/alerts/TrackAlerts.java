package gantry.alerts;

import gantry.lambda.UuidV7;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Opens and closes alerts as rules are seen to fire or not. */
@Singleton
final class TrackAlerts {
  private final PostgresAlertStore store;
  private final UuidV7 ids;
  private final Clock clock;

  TrackAlerts(PostgresAlertStore store, UuidV7 ids, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  void seen(Rule rule, double value) {
    if (rule.firesAt(value)) {
      fires(rule, value, clock.instant());
    } else {
      rests(rule);
    }
  }

  /** Since the moment given, which may be past. */
  void fires(Rule rule, double value, Instant since) {
    var severity = rule.severity();
    store.raise(
        ids.next(), rule.name(), severity.name(), value, since, since.minus(severity.coolDown()));
  }

  void rests(Rule rule) {
    store.recover(rule.name(), clock.instant());
  }
}
