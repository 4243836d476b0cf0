package gantry.alerts;

import gantry.audit.WatchChains;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * How many chains of the audit were broken when {@code WatchAudit} looked: {@code audit-breaks}.
 */
@Singleton
final class AuditSignal implements Signal {
  private final WatchChains chains;

  AuditSignal(WatchChains chains) {
    this.chains = chains;
  }

  @Override
  public Map<String, Double> measure() {
    return Map.of("audit-breaks", (double) chains.broken());
  }
}
