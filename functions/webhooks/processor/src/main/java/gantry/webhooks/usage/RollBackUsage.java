package gantry.webhooks.usage;

import gantry.postgres.Transactions;
import gantry.webhooks.grants.ResolveAccess;
import jakarta.inject.Singleton;

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

  sealed interface Outcome {
    /** Now or before; how much is used then. */
    record GivenBack(MeterUse use) implements Outcome {}

    /** Nothing was consumed under this id. */
    record Unknown() implements Outcome {}

    /** It was consumed on a day that is over, and may be billed. */
    record DayClosed() implements Outcome {}
  }

  Outcome rollBack(Meter meter, String id) {
    return transactions.inTransaction(() ->
        ledger
            .find(meter, id)
            .map(consumption -> rollBack(meter, consumption))
            .orElseGet(Outcome.Unknown::new));
  }

  private Outcome rollBack(Meter meter, Consumption consumption) {
    return ledger.rollBack(meter, consumption)
        ? new Outcome.GivenBack(use(meter))
        : new Outcome.DayClosed();
  }

  private MeterUse use(Meter meter) {
    var counter = ledger.lock(meter);
    var limit = access.of(meter.user()).plan().limit(meter.name());
    return MeterUse.of(limit, counter.used(), counter.resetsAt());
  }
}
