package gantry.webhooks.orders;

import gantry.webhooks.handler.Claimant;
import gantry.webhooks.handler.Document;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.orders.Order.Money;
import gantry.webhooks.orders.Order.Purchase;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Lemon Squeezy's order resource. Numbers may come as text and fields may be null; an order without
 * a number, a currency or a total is none.
 */
final class OrderResource {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3,10}");

  private final Document document;

  OrderResource(Document document) {
    this.document = document;
  }

  /** Empty when it lacks what an order must have. */
  Optional<Order> read(WebhookEvent event) {
    var id = document.id("data", "id");
    var money = money();
    if (id.isEmpty() || money.isEmpty()) {
      return Optional.empty();
    }
    var key = new Order.Key(event.provider(), event.mode(), id.get());
    var time =
        document.time("data", "attributes", "updated_at").filter(event::believes).orElse(null);
    return Optional.of(new Order(key, status(), money.get(), time, purchase()));
  }

  private Purchase purchase() {
    return new Purchase(
        document.id("data", "attributes", "first_order_item", "variant_id").orElse(null),
        Claimant.in(document, "meta", "custom_data").orElse(null));
  }

  private Optional<Money> money() {
    var currency = attribute("currency").filter(CURRENCY.asMatchPredicate());
    var total = amount("total");
    if (currency.isEmpty() || total.isEmpty() || !isReadable("refunded_amount")) {
      return Optional.empty();
    }
    return Optional.of(new Money(currency.get(), total.getAsLong(), refunded(total.getAsLong())));
  }

  /** The amount is missing from older documents, which only say that all was refunded. */
  private long refunded(long total) {
    var isWhole = status().equals("refunded") || attribute("refunded").equals(Optional.of("true"));
    var amount = amount("refunded_amount").orElse(0);
    return amount == 0 && isWhole ? total : amount;
  }

  private String status() {
    return document.slug("data", "attributes", "status").orElse("unknown");
  }

  private boolean isReadable(String name) {
    return attribute(name).isEmpty() || amount(name).isPresent();
  }

  private OptionalLong amount(String name) {
    return document.amount("data", "attributes", name);
  }

  private Optional<String> attribute(String name) {
    return document.text("data", "attributes", name);
  }
}
