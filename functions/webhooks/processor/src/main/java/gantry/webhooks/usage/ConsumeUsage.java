package gantry.webhooks.usage;

import gantry.postgres.Transactions;
import gantry.webhooks.grants.ResolveAccess;
import gantry.webhooks.plans.Plans;
import jakarta.inject.Singleton;

/**
 * Consumes units of a meter, exactly: the ledger and its counter change together, and whoever
 * consumes of one meter queues at its counter's row.
 */
@Singleton
final class ConsumeUsage {
  private final ResolveAccess access;
  private final Plans plans;
  private final UsageLedger ledger;
  private final Transactions transactions;

  ConsumeUsage(ResolveAccess access, Plans plans, UsageLedger ledger, Transactions transactions) {
    this.access = access;
    this.plans = plans;
    this.ledger = ledger;
    this.transactions = transactions;
  }

  sealed interface Outcome {
    /** Also when it was refused, and for a repetition what it was answered first. */
    record Answered(Consumption consumption) implements Outcome {}

    /** No plan names it. */
    record UnknownMeter() implements Outcome {}

    /** The id was used for another amount. */
    record OtherAmount() implements Outcome {}
  }

  Outcome consume(Meter meter, String id, long amount) {
    if (!plans.meters().contains(meter.name())) {
      return new Outcome.UnknownMeter();
    }
    return transactions.inTransaction(() -> {
      var limit = access.of(meter.user()).plan().limit(meter.name());
      var consumption = ledger.consume(meter, id, amount, limit);
      return consumption.amount() == amount
          ? new Outcome.Answered(consumption)
          : new Outcome.OtherAmount();
    });
  }
}
