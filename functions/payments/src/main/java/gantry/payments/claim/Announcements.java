package gantry.payments.claim;

import gantry.lambda.Metrics;
import gantry.outbox.Outbox;
import gantry.outbox.OutboxEvent;
import gantry.outbox.PromptRelay;
import gantry.postgres.Transactions;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.Map;

/** Tells the others, with the transaction that it tells about. */
@Singleton
final class Announcements {
  private final Transactions transactions;
  private final Outbox outbox;
  private final PromptRelay relay;
  private final Metrics metrics;

  Announcements(Transactions transactions, Outbox outbox, PromptRelay relay, Metrics metrics) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.relay = relay;
    this.metrics = metrics;
  }

  /** With what was credited, which is not what came where there was a top-up or a surplus. */
  void tell(String type, ClaimRow claim, BigInteger units) {
    outbox.append(
        OutboxEvent.of("payment", claim.id().toString(), type, PaymentCredited.of(claim, units)));
    transactions.afterCommit(relay::publishSoon);
  }

  /** For the operator's dashboard, and the alarm on credits that disappeared. */
  void count(ClaimRow claim) {
    metrics.count(
        "PaymentClaims",
        Map.of("outcome", claim.outcome().name(), "reason", claim.reason().name()));
  }
}
