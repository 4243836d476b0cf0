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
    var known = store.lock(id);
    if (known.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (store.acknowledge(id, actor.id(), clock.instant()) == 0) {
      return new Outcome.Over();
    }
    var after = store.find(id).orElseThrow();
    if (known.get().acknowledgedAt() == null) {
      audit.append(event(actor, after).changing(known.get(), after));
    }
    return new Outcome.Acknowledged(after);
  }

  private static AuditEvent event(Actor actor, AlertRow alert) {
    var object = new AuditedObject("alert", alert.id().toString());
    return AuditEvent.of(actor, "alert.acknowledged", object, Map.of("rule", alert.rule()));
  }

  sealed interface Outcome {
    record Acknowledged(AlertRow alert) implements Outcome {}

    /** It has recovered. */
    record Over() implements Outcome {}

    record Unknown() implements Outcome {}
  }
}
