package gantry.operations.deadletters;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** How far a settlement of dead letters is, for the audit; without ids it is about all of them. */
@Serdeable
record SettlementState(String queue, List<String> ids, int settled) {
  SettlementState {
    ids = List.copyOf(ids);
  }

  static SettlementState of(SettleOrder order, int settled) {
    return new SettlementState(order.queue(), order.ids().stream().sorted().toList(), settled);
  }
}
