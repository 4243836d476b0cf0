package gantry.webhooks.subscriptions;

import gantry.outbox.OutboxEvent;
import gantry.webhooks.grants.AccessChanged.Grantor;
import gantry.webhooks.grants.AccessChanged.User;
import gantry.webhooks.grants.PromiseOfSubscription;
import gantry.webhooks.grants.Status;
import gantry.webhooks.notices.Notice;
import gantry.webhooks.notices.Notices;
import gantry.webhooks.orders.PublishOrderAccess;
import jakarta.inject.Singleton;

/** Publishes what a subscription went through, and how its user's access changed by it. */
@Singleton
final class PublishHistory {
  private final Notices notices;
  private final PromiseOfSubscription promises;
  private final PublishOrderAccess orders;

  PublishHistory(Notices notices, PromiseOfSubscription promises, PublishOrderAccess orders) {
    this.notices = notices;
    this.promises = promises;
    this.orders = orders;
  }

  void publish(SubscriptionRow subscription, History history) {
    var key = subscription.key();
    var changes = history.steps().stream().map(step -> changed(key, step)).toList();
    notices.publish("subscription/" + key, changes);
    if (subscription.userId() != null) {
      var user = new User(subscription.userId(), subscription.tenant());
      // A status that nobody knows changes nobody's access.
      var access =
          history.steps().stream()
              .filter(step -> Status.of(step.state().status()).isPresent())
              .map(step -> access(key, user, step))
              .toList();
      notices.publish("access/subscription/" + key, access);
    }
    if (subscription.orderId() != null) {
      orders.publish(subscription.provider(), subscription.mode(), subscription.orderId());
    }
  }

  private static Notice changed(SubscriptionKey key, History.Step step) {
    var change = SubscriptionChanged.of(step.state());
    var type = "subscription." + change.status();
    return new Notice(
        change.condition(), OutboxEvent.of("subscription", key.toString(), type, change));
  }

  private Notice access(SubscriptionKey key, User user, History.Step step) {
    var promise = promises.of(step.terms().terms());
    var grantor = new Grantor("subscription", key.toString(), step.state().clock());
    return new Notice(promise.text(), user.event(grantor, promise));
  }
}
