package gantry.payments.intent;

import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Where new intents are written down. */
@Singleton
final class IntentBook {
  private final Transactions transactions;
  private final PostgresIntentStore intents;
  private final ReserveAmounts amounts;

  IntentBook(Transactions transactions, PostgresIntentStore intents, ReserveAmounts amounts) {
    this.transactions = transactions;
    this.intents = intents;
    this.amounts = amounts;
  }

  long open(Owner owner, Instant now) {
    return intents.countOpen(owner.tenant(), owner.userId(), now);
  }

  /** With the amounts that are to be paid. */
  Intent store(Intent intent, Instant now) {
    return transactions.inTransaction(() -> {
      intents.insert(IntentRow.of(intent));
      return intent.withOptions(amounts.store(intent, now));
    });
  }
}
