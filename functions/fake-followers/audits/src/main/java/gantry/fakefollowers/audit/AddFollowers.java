package gantry.fakefollowers.audit;

import gantry.fakefollowers.audit.NewAudit.Then;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Takes a part of an audit: numbers first, then the queue, then what was sent. After a crash in
 * between the same bytes get the same numbers, so that sending them again counts nobody twice.
 */
@Singleton
public final class AddFollowers {
  private final PostgresAuditStore store;
  private final BatchQueue queue;
  private final Transactions transactions;

  AddFollowers(PostgresAuditStore store, BatchQueue queue, Transactions transactions) {
    this.store = store;
    this.queue = queue;
    this.transactions = transactions;
  }

  /** What became of the part. */
  public sealed interface Outcome {
    record Accepted(AcceptedPart part) implements Outcome {}

    /** It takes no more parts; only one that it has may come again. */
    record AuditClosed() implements Outcome {}
  }

  /** The audit is one that the caller may see. */
  public Outcome add(VisibleAudit audit, Part part, Then then) {
    var batches = new PartBatches(part.followers());
    var first = transactions.inTransaction(() -> number(audit.stored(), part, batches));
    if (first.isEmpty()) {
      return new Outcome.AuditClosed();
    }
    queue.send(batches.of(audit.stored().ref(), first.get()));
    transactions.inTransaction(() -> recordSent(audit.stored(), first.get(), batches, then));
    var followers = part.followers();
    return new Outcome.Accepted(
        new AcceptedPart(
            audit.stored().id(), followers.wellFormed().size(), followers.malformed()));
  }

  private Optional<Integer> number(StoredAudit audit, Part part, PartBatches batches) {
    var locked = store.lock(audit.id()).orElseThrow();
    var known = store.findPart(audit.id(), part.sha256());
    if (known.isPresent() || !locked.isOpen()) {
      return known;
    }
    var first = store.takeNumbers(audit.id(), batches.count());
    store.insertPart(audit.id(), part.sha256(), first);
    return Optional.of(first);
  }

  private int recordSent(StoredAudit audit, int first, PartBatches batches, Then then) {
    var sent = batches.count() == 0 ? 0 : store.recordSent(audit.id(), first, batches.sizes());
    return then == Then.NOTHING ? store.close(audit.id()) : sent;
  }
}
