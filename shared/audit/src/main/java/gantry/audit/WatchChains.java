package gantry.audit;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies chain after chain and remembers which are broken until they are seen whole again. */
@Singleton
public final class WatchChains {
  private static final Logger LOG = LoggerFactory.getLogger(WatchChains.class);

  private final PostgresBreakStore breaks;
  private final VerifyAudit verifyAudit;
  private final Transactions transactions;
  private final Clock clock;

  WatchChains(
      PostgresBreakStore breaks, VerifyAudit verifyAudit, Transactions transactions, Clock clock) {
    this.breaks = breaks;
    this.verifyAudit = verifyAudit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** For about this long, from where the last look ended; answers how many are broken. */
  public int look(Duration limit) {
    var after = breaks.after();
    var found = verifyAudit.verify(limit, after);
    return transactions.inTransaction(() -> {
      breaks.forget(after, found.goOnAfter());
      found.broken().forEach(this::note);
      breaks.goOnAfter(found.goOnAfter() == null ? "" : found.goOnAfter());
      return breaks.count();
    });
  }

  /** How many chains were broken when they were looked at last. */
  public int broken() {
    return breaks.count();
  }

  private void note(BrokenLink link) {
    LOG.error("The audit is broken: {} at {}, {}", link.chain(), link.number(), link.reason());
    breaks.note(link.chain(), link.number(), link.reason().name(), clock.instant());
  }
}
