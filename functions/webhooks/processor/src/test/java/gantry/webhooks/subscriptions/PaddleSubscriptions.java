package gantry.webhooks.subscriptions;

import gantry.webhooks.handler.Decision;
import gantry.webhooks.handler.Document;
import gantry.webhooks.handler.Documents;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.subscriptions.SubscriptionState.Dates;
import gantry.webhooks.subscriptions.Told.Origin;
import jakarta.inject.Singleton;
import java.util.Set;

/** A third provider, in as little as one takes. */
@Singleton
final class PaddleSubscriptions implements SubscriptionWebhooks {
  private final TakeSubscription takeSubscription;
  private final Documents documents;

  PaddleSubscriptions(TakeSubscription takeSubscription, Documents documents) {
    this.takeSubscription = takeSubscription;
    this.documents = documents;
  }

  @Override
  public Provider provider() {
    return Provider.PADDLE;
  }

  @Override
  public Set<String> types() {
    return Set.of("subscription.updated");
  }

  @Override
  public Decision apply(WebhookEvent event) {
    var document = documents.read(event).orElseThrow();
    var key =
        new SubscriptionKey(
            event.provider(), event.mode(), document.id("data", "id").orElseThrow());
    return takeSubscription.take(
        new Told(
            key,
            state(document),
            document.time("occurred_at").filter(event::believes).orElse(null),
            null,
            new Told.Source(event.id(), Origin.WEBHOOK)));
  }

  @Override
  public SubscriptionState state(Document document) {
    return new SubscriptionState(
        document.slug("data", "status").orElse("unknown"),
        null,
        null,
        null,
        new Dates(document.time("data", "next_billed_at").orElse(null), null, null, null),
        null);
  }
}
