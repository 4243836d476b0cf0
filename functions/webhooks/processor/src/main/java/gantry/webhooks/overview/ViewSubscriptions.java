package gantry.webhooks.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows subscriptions with what was told and paid of them. */
@Singleton
final class ViewSubscriptions {
  private static final int MOST = 100;

  private final PostgresOverviewStore subscriptions;
  private final PostgresToldItemStore events;
  private final PostgresInvoiceItemStore invoices;

  ViewSubscriptions(
      PostgresOverviewStore subscriptions,
      PostgresToldItemStore events,
      PostgresInvoiceItemStore invoices) {
    this.subscriptions = subscriptions;
    this.events = events;
    this.invoices = invoices;
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Page(List<SubscriptionItem> items, @Nullable String nextCursor) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Details(
      @JsonUnwrapped SubscriptionItem subscription,
      List<ToldItem> events,
      List<InvoiceItem> invoices) {}

  /** Whose, and in which status; null is anybody's and any. */
  record Filter(@Nullable String user, @Nullable String status) {}

  Page list(Filter filter, SubscriptionCursor before, int limit) {
    var found =
        subscriptions.newestFirst(
            filter.user(),
            filter.status(),
            before.updatedAt(),
            before.provider(),
            before.mode(),
            before.id(),
            limit + 1);
    if (found.size() <= limit) {
      return new Page(found, null);
    }
    var items = found.subList(0, limit);
    return new Page(items, items.getLast().cursor().text());
  }

  /** The newest hundred events and invoices of each. */
  Optional<Details> find(String id, @Nullable String provider, @Nullable String mode) {
    return subscriptions.named(id, provider, mode).stream()
        .findFirst()
        .map(it ->
            new Details(
                it,
                events.newestFirst(it.provider(), it.mode(), it.id(), MOST),
                invoices.newestFirst(it.provider(), it.mode(), it.id(), MOST)));
  }
}
