package gantry.alerts;

import jakarta.inject.Singleton;
import java.util.Map;

/** For how many seconds the oldest committed fact has waited: {@code outbox-lag}. */
@Singleton
final class OutboxSignal implements Signal {
  private final PostgresAlertStore store;

  OutboxSignal(PostgresAlertStore store) {
    this.store = store;
  }

  @Override
  public Map<String, Double> measure() {
    return Map.of("outbox-lag", store.outboxLagSeconds());
  }
}
