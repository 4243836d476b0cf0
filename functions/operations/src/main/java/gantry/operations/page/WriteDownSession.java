package gantry.operations.page;

import gantry.audit.Actor;
import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.lambda.Deadline;
import gantry.lambda.Metrics;
import gantry.postgres.DatabaseFailure;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who signed in and out. Whoever is called out of bed because PostgreSQL is away signs
 * in without it: then a log line and a metric stand in.
 */
@Singleton
final class WriteDownSession {
  private static final Logger LOG = LoggerFactory.getLogger(WriteDownSession.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Transactions transactions;
  private final Audit audit;
  private final Metrics metrics;

  WriteDownSession(Transactions transactions, Audit audit, Metrics metrics) {
    this.transactions = transactions;
    this.audit = audit;
    this.metrics = metrics;
  }

  void signedIn(Actor operator, Session session) {
    write(operator, "operator.signed-in", Map.of("session", session.id()));
  }

  void signedOut(Actor operator) {
    write(operator, "operator.signed-out", Map.of());
  }

  private void write(Actor operator, String action, Map<String, String> details) {
    var object = new AuditedObject("operator", operator.id());
    var event = AuditEvent.of(operator, action, object, details);
    try {
      Deadline.within(PATIENCE, () -> transactions.inTransaction(() -> audit.append(event)));
    } catch (RuntimeException e) {
      if (DatabaseFailure.of(e).filter(DatabaseFailure::passes).isEmpty()) {
        throw e;
      }
      LOG.warn("{} of {} is not in the audit: {}", action, operator.id(), e.toString());
      metrics.count("SignInUnaudited", Map.of());
    }
  }
}
