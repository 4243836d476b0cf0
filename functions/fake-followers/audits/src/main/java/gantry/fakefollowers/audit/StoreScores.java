package gantry.fakefollowers.audit;

import gantry.fakefollowers.batch.ScoredBatch;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Stores a scored batch once, however often the stream delivers it. */
@Singleton
public final class StoreScores {
  private final PostgresAuditStore audits;
  private final ScoredRows rows;
  private final Transactions transactions;
  private final Clock clock;

  StoreScores(PostgresAuditStore audits, ScoredRows rows, Transactions transactions, Clock clock) {
    this.audits = audits;
    this.rows = rows;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What became of the batch. */
  public sealed interface Outcome {
    record Stored() implements Outcome {}

    record AlreadyStored() implements Outcome {}

    /** Its audit belongs to another tenant. */
    record ForeignAudit() implements Outcome {}
  }

  public Outcome store(ScoredBatch batch) {
    return transactions.inTransaction(() -> storeOnce(batch));
  }

  private Outcome storeOnce(ScoredBatch batch) {
    var audit = batch.audit();
    var now = clock.instant();
    // Another producer's audit begins with its first batch.
    audits.insertIfNew(StoredAudit.of(audit, StoredAudit.OPEN, now));
    var known = audits.find(audit.id()).orElseThrow();
    if (!known.tenant().equals(audit.tenant())) {
      return new Outcome.ForeignAudit();
    }
    if (audits.claim(audit.id(), batch.batch(), batch.piece(), batch.size(), now) == 0) {
      return new Outcome.AlreadyStored();
    }
    rows.add(batch);
    return new Outcome.Stored();
  }
}
