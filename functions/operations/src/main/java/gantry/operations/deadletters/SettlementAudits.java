package gantry.operations.deadletters;

import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.util.Map;

/** Writes the audit: the order before the first letter moves, then how far it came. */
@Singleton
final class SettlementAudits {
  private final Transactions transactions;
  private final Audit audit;

  SettlementAudits(Transactions transactions, Audit audit) {
    this.transactions = transactions;
    this.audit = audit;
  }

  void ordered(SettleOrder order, String verb) {
    var which = order.ids().isEmpty() ? "all" : String.join(" ", order.ids());
    var details = Map.of("ids", which, "reason", order.reason());
    append(event(order, verb + "-ordered", details).changing(null, SettlementState.of(order, 0)));
  }

  void settled(SettleOrder order, String verb, int letters) {
    var details = Map.of("settled", Integer.toString(letters));
    append(
        event(order, verb + "-settled", details)
            .changing(SettlementState.of(order, 0), SettlementState.of(order, letters)));
  }

  private static AuditEvent event(SettleOrder order, String action, Map<String, String> details) {
    var object = new AuditedObject("dead-letter-queue", order.queue());
    return AuditEvent.of(order.operator(), "dead-letters." + action, object, details);
  }

  private void append(AuditEvent event) {
    transactions.inTransaction(() -> audit.append(event));
  }
}
