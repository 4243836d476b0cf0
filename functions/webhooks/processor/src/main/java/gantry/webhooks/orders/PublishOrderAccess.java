package gantry.webhooks.orders;

import static java.util.Objects.requireNonNullElse;

import gantry.webhooks.grants.AccessChanged.Grantor;
import gantry.webhooks.grants.AccessChanged.User;
import gantry.webhooks.grants.AccessConfig;
import gantry.webhooks.grants.Promise;
import gantry.webhooks.grants.Reason;
import gantry.webhooks.notices.Notice;
import gantry.webhooks.notices.Notices;
import gantry.webhooks.notices.Notices.End;
import gantry.webhooks.plans.Plans;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes the access that an order gives its user, and that a full refund, a payment that was
 * none or the subscription which it turns out to belong to takes away.
 */
@Singleton
public final class PublishOrderAccess {
  private final PostgresOrderStore orders;
  private final Plans plans;
  private final Notices notices;
  private final AccessConfig config;

  PublishOrderAccess(PostgresOrderStore orders, Plans plans, Notices notices, AccessConfig config) {
    this.orders = orders;
    this.plans = plans;
    this.notices = notices;
    this.config = config;
  }

  public void publish(String provider, String mode, String orderId) {
    orders
        .find(provider, mode, orderId)
        .map(OrderRow::order)
        .filter(order -> order.isPaid() || orders.wasPaid(provider, mode, orderId))
        .ifPresent(this::publish);
  }

  private void publish(Order order) {
    var claimant = order.purchase().claimant();
    var plan = plans.ofVariant(order.purchase().variant());
    if (claimant == null || plan.isEmpty() || !config.counts(order.key().mode().slug())) {
      return;
    }
    var user = new User(claimant.userId(), claimant.tenant());
    var conditions = conditions(order, user, Promise.of(plan.get().name(), null, Reason.ORDER));
    if (order.isPaid()) {
      notices.publish(subject(order), conditions);
    } else {
      var time = requireNonNullElse(order.providerTime(), Instant.EPOCH);
      var lost = new End(time, notice(order, user, Promise.nothing(Reason.NONE)));
      notices.publishEnd(subject(order), conditions, lost);
    }
  }

  private static String subject(Order order) {
    return "access/order/" + order.key();
  }

  private List<Notice> conditions(Order order, User user, Promise promise) {
    var given = notice(order, user, promise);
    var conditions = new ArrayList<Notice>();
    conditions.add(given);
    if (order.isPaid()) {
      // Again, where it was no longer: what was held to be fraud may turn out to be none.
      conditions.add(new Notice(given.condition(), order.providerTime(), given.event()));
    }
    if (order.isRefunded()) {
      conditions.add(notice(order, user, Promise.nothing(Reason.REFUNDED)));
    }
    if (orders.isOfSubscription(
        order.key().provider().slug(), order.key().mode().slug(), order.key().id())) {
      conditions.add(notice(order, user, Promise.nothing(Reason.NONE)));
    }
    return conditions;
  }

  private static Notice notice(Order order, User user, Promise promise) {
    var grantor = new Grantor("order", order.key().toString(), order.providerTime());
    return new Notice(promise.text(), user.event(grantor, promise));
  }
}
