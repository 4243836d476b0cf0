package gantry.webhooks.subscriptions;

import gantry.webhooks.handler.Claimant;
import gantry.webhooks.handler.Decision;
import gantry.webhooks.handler.Document;
import gantry.webhooks.handler.Documents;
import gantry.webhooks.handler.WebhookEvent;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.subscriptions.SubscriptionState.Dates;
import gantry.webhooks.subscriptions.Told.Origin;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Lemon Squeezy's subscription resource, whatever the event that carries it is called. */
@Singleton
final class LemonSqueezySubscriptions implements SubscriptionWebhooks {
  /** Not an event of theirs: our name for an answer to our own question. */
  static final String FETCHED = "subscription_fetched";

  private final TakeSubscription takeSubscription;
  private final Documents documents;

  LemonSqueezySubscriptions(TakeSubscription takeSubscription, Documents documents) {
    this.takeSubscription = takeSubscription;
    this.documents = documents;
  }

  @Override
  public Provider provider() {
    return Provider.LEMONSQUEEZY;
  }

  @Override
  public Set<String> types() {
    return Set.of("subscriptions");
  }

  @Override
  public Decision apply(WebhookEvent event) {
    return documents
        .read(event)
        .flatMap(document -> told(document, event))
        .map(takeSubscription::take)
        .orElseGet(() -> new Decision.Quarantined("subscription-unreadable"));
  }

  private Optional<Told> told(Document document, WebhookEvent event) {
    return document.id("data", "id").map(id -> told(id, document, event));
  }

  private Told told(String id, Document document, WebhookEvent event) {
    return new Told(
        new SubscriptionKey(event.provider(), event.mode(), id),
        state(document),
        document.time("data", "attributes", "updated_at").filter(event::believes).orElse(null),
        Claimant.in(document, "meta", "custom_data").orElse(null),
        new Told.Source(event.id(), origin(event)));
  }

  private static Origin origin(WebhookEvent event) {
    return FETCHED.equals(event.type()) ? Origin.FETCHED : Origin.WEBHOOK;
  }

  @Override
  public SubscriptionState state(Document document) {
    return new SubscriptionState(
        status(document),
        document.id("data", "attributes", "variant_id").orElse(null),
        document.id("data", "attributes", "order_id").orElse(null),
        document.id("data", "attributes", "first_subscription_item", "id").orElse(null),
        dates(document),
        document.slug("data", "attributes", "pause", "mode").orElse(null));
  }

  /** Their own client library lists {@code pause} beside {@code paused}. */
  private static String status(Document document) {
    var status = document.slug("data", "attributes", "status").orElse("unknown");
    return status.equals("pause") ? "paused" : status;
  }

  private static Dates dates(Document document) {
    return new Dates(
        document.time("data", "attributes", "renews_at").orElse(null),
        document.time("data", "attributes", "ends_at").orElse(null),
        document.time("data", "attributes", "trial_ends_at").orElse(null),
        document.time("data", "attributes", "pause", "resumes_at").orElse(null));
  }
}
