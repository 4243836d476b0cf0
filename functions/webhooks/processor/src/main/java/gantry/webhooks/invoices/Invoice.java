package gantry.webhooks.invoices;

import gantry.webhooks.subscriptions.SubscriptionKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An invoice as its provider tells it; money in the currency's smallest unit. */
record Invoice(
    SubscriptionKey subscription,
    String id,
    String status,
    @Nullable String billingReason,
    Money money,
    Times times) {
  record Money(String currency, long total, long refunded) {}

  /** When it was made, and when by the provider's clock it was like this, if that is known. */
  record Times(Instant billedAt, @Nullable Instant clock) {}

  /** With so much of it gone back; no more than was paid. */
  Invoice refunded(long amount) {
    var left = new Money(money.currency(), money.total(), Math.min(amount, money.total()));
    return new Invoice(subscription, id, status, billingReason, left, times);
  }

  /** A refund implies a payment, even when nobody told of it before. */
  boolean isPaid() {
    return switch (status) {
      case "paid", "refunded", "partial_refund" -> true;
      default -> money.refunded() > 0;
    };
  }
}
