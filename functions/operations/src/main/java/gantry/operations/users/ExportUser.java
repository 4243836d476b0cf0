package gantry.operations.users;

import gantry.audit.Actor;
import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.util.Map;

/** Collects what every capability keeps of one user, and writes down who wanted it. */
@Singleton
final class ExportUser {
  private final PostgresUserDataStore store;
  private final Audit audit;
  private final Transactions transactions;

  ExportUser(PostgresUserDataStore store, Audit audit, Transactions transactions) {
    this.store = store;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** As JSON, one member for each capability; of a user whom nobody knows, everything is empty. */
  String export(Person person, Actor operator) {
    return transactions.inTransaction(() -> {
      var found = store.everythingOf(person.tenant(), person.userId());
      audit.append(
          AuditEvent.of(
              operator,
              "user.exported",
              new AuditedObject("user", person.userId()),
              Map.of("tenant", person.tenant())));
      return found;
    });
  }
}
