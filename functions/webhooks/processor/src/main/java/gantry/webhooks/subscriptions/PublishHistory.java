package gantry.webhooks.subscriptions;

import gantry.outbox.OutboxEvent;
import gantry.webhooks.grants.AccessChanged.Grantor;
import gantry.webhooks.grants.AccessChanged.User;
import gantry.webhooks.grants.AccessConfig;
import gantry.webhooks.grants.Promise;
import gantry.webhooks.grants.PromiseOfSubscription;
import gantry.webhooks.grants.Status;
import gantry.webhooks.notices.Notice;
import gantry.webhooks.notices.Notices;
import gantry.webhooks.notices.Notices.End;
import gantry.webhooks.orders.PublishOrderAccess;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Publishes what a subscription went through, and how its user's access changed by it. */
@Singleton
final class PublishHistory {
  private final Notices notices;
  private final PromiseOfSubscription promises;
  private final PublishOrderAccess orders;
  private final AccessConfig config;

  PublishHistory(
      Notices notices,
      PromiseOfSubscription promises,
      PublishOrderAccess orders,
      AccessConfig config) {
    this.notices = notices;
    this.promises = promises;
    this.orders = orders;
    this.config = config;
  }

  void publish(SubscriptionRow subscription, History history) {
    var key = subscription.key();
    var changes = history.steps().stream().map(step -> changed(key, step)).toList();
    notices.publish("subscription/" + key, changes);
    if (subscription.userId() != null && config.counts(subscription.mode())) {
      var user = new User(subscription.userId(), subscription.tenant());
      notices.publish("access/subscription/" + key, access(key, user, history));
    }
    if (subscription.orderId() != null) {
      orders.publish(subscription.provider(), subscription.mode(), subscription.orderId());
    }
  }

  /** What the clock has ended by now, unless something ended it before. */
  void publishEnd(SubscriptionRow subscription, History history, Instant now) {
    var promise = promises.of(history.settled().terms());
    var end = promise.until();
    if (subscription.userId() == null
        || !config.counts(subscription.mode())
        || end == null
        || promise.isLive(now)) {
      return;
    }
    var key = subscription.key();
    var user = new User(subscription.userId(), subscription.tenant());
    var ended = notice(key, user, end, Promise.nothing(promise.afterwards()));
    notices.publishEnd(
        "access/subscription/" + key, access(key, user, history), new End(end, ended));
  }

  private static Notice changed(SubscriptionKey key, History.Step step) {
    var change = SubscriptionChanged.of(step.state());
    var type = "subscription." + change.status();
    return new Notice(
        change.condition(), OutboxEvent.of("subscription", key.toString(), type, change));
  }

  /** A status that nobody knows changes nobody's access. */
  private List<Notice> access(SubscriptionKey key, User user, History history) {
    return history.steps().stream()
        .filter(step -> Status.of(step.state().status()).isPresent())
        .map(step -> notice(key, user, step.state().clock(), promises.of(step.terms().terms())))
        .toList();
  }

  private static Notice notice(SubscriptionKey key, User user, Instant at, Promise promise) {
    var grantor = new Grantor("subscription", key.toString(), at);
    return new Notice(promise.text(), at, user.event(grantor, promise));
  }
}
