package gantry.operations.users;

import gantry.audit.Actor;
import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.operations.users.ErasurePasses.Progress;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Puts a pseudonym in the place of a user's name, or deletes what has no use without it. The audit
 * is kept for ever: it knows that somebody was erased, and not who.
 */
@Singleton
final class EraseUser {
  private final PostgresUserDataStore store;
  private final ErasurePasses passes;
  private final Audit audit;
  private final Transactions transactions;

  EraseUser(
      PostgresUserDataStore store, ErasurePasses passes, Audit audit, Transactions transactions) {
    this.store = store;
    this.passes = passes;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** To be repeated until it is complete; then there is nothing left, and it may be repeated. */
  Progress erase(Person person, Actor operator) {
    var pseudonym = begin(person, operator);
    var progress = passes.run(person, pseudonym);
    if (progress.isComplete()) {
      end(progress, person, operator);
    }
    return progress;
  }

  private String begin(Person person, Actor operator) {
    return transactions.inTransaction(() -> {
      var fresh = Erasure.newPseudonym();
      var pseudonym = store.begin(fresh, person.tenant(), person.userId());
      var ordered = ErasureState.ordered(pseudonym);
      audit.append(
          event(operator, "user.erasure-ordered", pseudonym, Map.of("tenant", person.tenant()))
              .changing(pseudonym.equals(fresh) ? null : ordered, ordered));
      return pseudonym;
    });
  }

  private void end(Progress progress, Person person, Actor operator) {
    var rows = Long.toString(progress.rows().total());
    var details = Map.of("tenant", person.tenant(), "rows", rows);
    transactions.inTransaction(() -> {
      var isEnded = store.end(progress.pseudonym()) == 1;
      if (isEnded) {
        var name = progress.pseudonym();
        audit.append(
            event(operator, "user.erased", name, details)
                .changing(ErasureState.ordered(name), ErasureState.complete(name)));
      }
      return isEnded;
    });
  }

  private static AuditEvent event(
      Actor operator, String action, String pseudonym, Map<String, String> details) {
    var object = new AuditedObject("user", pseudonym);
    return AuditEvent.of(operator, action, object, details);
  }
}
