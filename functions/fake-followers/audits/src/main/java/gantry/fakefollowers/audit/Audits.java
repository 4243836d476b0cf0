package gantry.fakefollowers.audit;

import gantry.fakefollowers.batch.AuditRef;
import gantry.identity.Caller;
import gantry.identity.Role;
import gantry.lambda.UuidV7;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Begins audits, finds those that a caller may see, and closes them. */
@Singleton
public final class Audits {
  private final PostgresAuditStore store;
  private final UuidV7 ids;
  private final Clock clock;

  Audits(PostgresAuditStore store, UuidV7 ids, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /** Open until its last part is on the queue. */
  public VisibleAudit begin(NewAudit wanted, Caller caller) {
    var ref =
        new AuditRef(
            ids.next(), caller.tenant(), caller.userId(), wanted.creator(), wanted.platform());
    var audit = StoredAudit.of(ref, StoredAudit.OPEN, clock.instant());
    store.insertIfNew(audit);
    return new VisibleAudit(audit);
  }

  /** Users see their own, back ends their tenant's, operators all. */
  public Optional<VisibleAudit> find(UUID id, Caller caller) {
    return store.find(id).filter(audit -> mayPass(audit, caller)).map(VisibleAudit::new);
  }

  private static boolean mayPass(StoredAudit audit, Caller caller) {
    if (caller.has(Role.ADMIN)) {
      return true;
    }
    var own = audit.owner().equals(caller.userId()) || caller.has(Role.SERVICE);
    return own && audit.tenant().equals(caller.tenant());
  }

  public void close(VisibleAudit audit) {
    store.close(audit.stored().id());
  }
}
