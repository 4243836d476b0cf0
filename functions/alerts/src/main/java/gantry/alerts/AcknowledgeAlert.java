package gantry.alerts;

import gantry.audit.Actor;
import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Somebody looks after an alert: it is told no more until it recovers. */
@Singleton
final class AcknowledgeAlert {
  private final PostgresAlertStore store;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  AcknowledgeAlert(PostgresAlertStore store, Transactions transactions, Audit audit, Clock clock) {
    this.store = store;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** The first who does it stays the one who did. */
  Outcome acknowledge(UUID id, Actor actor) {
    return transactions.inTransaction(() -> once(id, actor));
  }

  private Outcome once(UUID id, Actor actor) {
    var known = store.find(id);
    if (known.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (store.acknowledge(id, actor.id(), clock.instant()) == 0) {
      return new Outcome.Over();
    }
    if (known.get().acknowledgedAt() == null) {
      var object = new AuditedObject("alert", id.toString());
      audit.append(
          AuditEvent.of(actor, "alert.acknowledged", object, Map.of("rule", known.get().rule())));
    }
    return new Outcome.Acknowledged(store.find(id).orElseThrow());
  }

  sealed interface Outcome {
    record Acknowledged(AlertRow alert) implements Outcome {}

    /** It has recovered. */
    record Over() implements Outcome {}

    record Unknown() implements Outcome {}
  }
}
