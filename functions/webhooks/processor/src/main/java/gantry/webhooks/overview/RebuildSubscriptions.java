package gantry.webhooks.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import gantry.audit.Actor;
import gantry.audit.Audit;
import gantry.audit.AuditEvent;
import gantry.audit.AuditedObject;
import gantry.identity.Caller;
import gantry.postgres.Transactions;
import gantry.providers.Deadline;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds subscriptions, invoices and orders from the stored events, resource after resource, as
 * far as the time of one call goes.
 */
@Singleton
final class RebuildSubscriptions {
  private static final int PAGE = 200;
  private static final Duration TIME = Duration.ofSeconds(20);

  private final PostgresRebuildStore store;
  private final RebuildResource rebuildResource;
  private final Audit audit;
  private final Transactions transactions;

  RebuildSubscriptions(
      PostgresRebuildStore store,
      RebuildResource rebuildResource,
      Audit audit,
      Transactions transactions) {
    this.store = store;
    this.rebuildResource = rebuildResource;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** Who wants it, and why. */
  record Order(Caller caller, String reason) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Progress(int rebuilt, @Nullable String nextCursor) {}

  Progress rebuild(RebuildCursor after, Order order) {
    transactions.inTransaction(() -> audit.append(event(order)));
    var deadline = Deadline.in(TIME);
    var rebuilt = 0;
    var last = after;
    while (!deadline.hasPassed()) {
      var page = store.next(last.provider(), last.mode(), last.type(), last.resource(), PAGE);
      for (var resource : page) {
        if (deadline.hasPassed()) {
          return new Progress(rebuilt, last.text());
        }
        rebuildResource.rebuild(resource);
        last = resource.cursor();
        rebuilt++;
      }
      if (page.size() < PAGE) {
        return new Progress(rebuilt, null);
      }
    }
    return new Progress(rebuilt, last.text());
  }

  private static AuditEvent event(Order order) {
    return AuditEvent.of(
        new Actor(order.caller().tenant(), order.caller().userId()),
        "subscriptions.rebuilt",
        new AuditedObject("projection", "subscriptions"),
        Map.of("reason", order.reason()));
  }
}
