package gantry.payments.intent;

import gantry.chains.Address;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Stored intents, put together from their rows. */
@Singleton
public final class Intents {
  private final PostgresIntentStore intents;
  private final PostgresOptionStore options;
  private final PostgresPayerStore payers;

  Intents(PostgresIntentStore intents, PostgresOptionStore options, PostgresPayerStore payers) {
    this.intents = intents;
    this.options = options;
    this.payers = payers;
  }

  public Optional<Intent> find(UUID id) {
    return intents.find(id).map(this::whole);
  }

  /** Until the transaction ends nobody else decides about it. */
  public Intent lock(UUID id) {
    return intents.lock(id).map(this::whole).orElseThrow();
  }

  /** False when it had been credited before. */
  public boolean credit(UUID id, Instant at) {
    return intents.credit(id, at) == 1;
  }

  /** Its only credit was taken back. */
  public void reopen(UUID id) {
    intents.reopen(id);
  }

  /** A later proof replaces an earlier one. */
  public void bind(UUID intent, Address payer, Instant at) {
    payers.replace(new PayerRow(intent, Intent.familyOf(payer).name(), payer.toString(), at));
  }

  private Intent whole(IntentRow row) {
    return row.intent(options.ofIntent(row.id()), payers.ofIntent(row.id()));
  }
}
