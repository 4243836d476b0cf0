package gantry.webhooks.usage;

import gantry.postgres.Transactions;
import gantry.webhooks.grants.ResolveAccess;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives a consumption back, once. */
@Singleton
final class RollBackUsage {
  private final ResolveAccess access;
  private final UsageLedger ledger;
  private final Transactions transactions;

  RollBackUsage(ResolveAccess access, UsageLedger ledger, Transactions transactions) {
    this.access = access;
    this.ledger = ledger;
    this.transactions = transactions;
  }

  /** How much is used then; empty when nothing was consumed under this id. */
  Optional<MeterUse> rollBack(Meter meter, String id) {
    return transactions.inTransaction(() -> ledger.rollBack(meter, id).map(_ -> use(meter)));
  }

  private MeterUse use(Meter meter) {
    var counter = ledger.lock(meter);
    var limit = access.of(meter.user()).plan().limit(meter.name());
    return MeterUse.of(limit, counter.used(), counter.resetsAt());
  }
}
