package gantry.webhooks.orders;

import gantry.webhooks.handler.Claimant;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An order as its provider told of it at some moment. Amounts are in the currency's smallest unit;
 * what was refunded is the sum so far.
 */
record Order(
    Key key, String status, Money money, @Nullable Instant providerTime, Purchase purchase) {
  /** Provider times have seconds only: as with invoices, refunds come last, payments before. */
  private static final Comparator<Order> OF_ONE_TIME =
      Comparator.<Order>comparingLong(order -> order.money.refunded())
          .thenComparing(Order::isPaid)
          .thenComparing(Order::status);

  /** Live and test orders may share their numbers. */
  record Key(Provider provider, Mode mode, String id) {
    @Override
    public String toString() {
      return provider.slug() + '/' + mode.slug() + '/' + id;
    }
  }

  /** What was bought, and for which user. */
  record Purchase(@Nullable String variant, @Nullable Claimant claimant) {}

  record Money(String currency, long total, long refunded) {
    Money unrefunded() {
      return new Money(currency, total, 0);
    }
  }

  /** A refund implies a payment, even when nobody told of it before. */
  boolean isPaid() {
    return switch (status) {
      case "paid", "refunded", "partial_refund" -> true;
      default -> money.refunded() > 0;
    };
  }

  boolean isRefunded() {
    return money.refunded() > 0 && money.refunded() == money.total();
  }

  /** Without their times only money tells: it is given back, never taken again. */
  boolean isNewerThan(Order other) {
    if (providerTime == null || other.providerTime == null) {
      return money.refunded() > other.money.refunded();
    }
    return providerTime.isAfter(other.providerTime)
        || (providerTime.equals(other.providerTime) && OF_ONE_TIME.compare(this, other) > 0);
  }

  /** The same order before any refund. */
  Order unrefunded() {
    return new Order(key, status, money.unrefunded(), providerTime, purchase);
  }
}
