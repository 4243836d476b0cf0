package gantry.webhooks.orders;

import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.orders.Order.Money;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Lemon Squeezy's order resource. Numbers may come as text and fields may be null; an order without
 * a number, a currency or a total is none.
 */
final class OrderResource {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3,10}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}");
  private static final Pattern STATUS = Pattern.compile("[a-z_]{1,40}");

  private final JsonNode document;

  OrderResource(JsonNode document) {
    this.document = document;
  }

  /** Empty when it lacks what an order must have. */
  Optional<Order> read(WebhookEvent event) {
    var id = text("data", "id").filter(ID.asMatchPredicate());
    var money = money();
    if (!text("data", "type").equals(Optional.of("orders")) || id.isEmpty() || money.isEmpty()) {
      return Optional.empty();
    }
    var key = new Order.Key(event.provider(), event.mode(), id.get());
    return Optional.of(new Order(key, status(), money.get(), time().orElse(null)));
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
    return attribute("status").filter(STATUS.asMatchPredicate()).orElse("unknown");
  }

  private Optional<Instant> time() {
    try {
      return attribute("updated_at")
          .map(text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private boolean isReadable(String name) {
    return attribute(name).isEmpty() || amount(name).isPresent();
  }

  private OptionalLong amount(String name) {
    return attribute(name)
        .filter(AMOUNT.asMatchPredicate())
        .map(digits -> OptionalLong.of(Long.parseLong(digits)))
        .orElseGet(OptionalLong::empty);
  }

  private Optional<String> attribute(String name) {
    return text("data", "attributes", name);
  }

  private Optional<String> text(String... path) {
    var node = Optional.of(document);
    for (var name : path) {
      node = node.filter(JsonNode::isObject).map(parent -> parent.get(name));
    }
    return node.filter(JsonNode::isValueNode)
        .filter(value -> !value.isNull())
        .map(JsonNode::coerceStringValue);
  }
}
