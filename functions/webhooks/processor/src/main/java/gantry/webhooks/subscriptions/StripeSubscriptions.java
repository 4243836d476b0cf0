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
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's subscriptions in the words of this capability. What Stripe calls canceled is over; what
 * will end at its period's end is cancelled here.
 */
@Singleton
final class StripeSubscriptions implements SubscriptionWebhooks {
  /** Not an event of theirs: our name for an answer to our own question. */
  private static final String FETCHED = "customer.subscription.fetched";

  private final TakeSubscription takeSubscription;
  private final Documents documents;

  StripeSubscriptions(TakeSubscription takeSubscription, Documents documents) {
    this.takeSubscription = takeSubscription;
    this.documents = documents;
  }

  @Override
  public Provider provider() {
    return Provider.STRIPE;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        FETCHED,
        "customer.subscription.created",
        "customer.subscription.updated",
        "customer.subscription.deleted",
        "customer.subscription.paused",
        "customer.subscription.resumed",
        "customer.subscription.pending_update_applied",
        "customer.subscription.pending_update_expired",
        "customer.subscription.trial_will_end");
  }

  @Override
  public Decision apply(WebhookEvent event) {
    return documents
        .read(event)
        .flatMap(
            document -> document.id("data", "object", "id").map(id -> told(id, document, event)))
        .map(takeSubscription::take)
        .orElseGet(() -> new Decision.Quarantined("subscription-unreadable"));
  }

  private Told told(String id, Document document, WebhookEvent event) {
    return new Told(
        new SubscriptionKey(event.provider(), event.mode(), id),
        state(document),
        document.epochSecond("created").filter(event::believes).orElse(null),
        Claimant.in(document, "data", "object", "metadata").orElse(null),
        new Told.Source(event.id(), origin(event)));
  }

  private static Origin origin(WebhookEvent event) {
    return FETCHED.equals(event.type()) ? Origin.FETCHED : Origin.WEBHOOK;
  }

  @Override
  public SubscriptionState state(Document document) {
    var status = status(document);
    return new SubscriptionState(
        status,
        document.id("data", "object", "items", "data", "0", "price", "id").orElse(null),
        null,
        document.id("data", "object", "items", "data", "0", "id").orElse(null),
        dates(document, status),
        status.equals("paused") ? pauseMode(document) : null);
  }

  private static String status(Document document) {
    var status = document.slug("data", "object", "status").orElse("unknown");
    return switch (status) {
      case "active", "trialing" -> running(document, status);
      case "canceled", "incomplete_expired" -> "expired";
      default -> status;
    };
  }

  private static String running(Document document, String status) {
    if (document.text("data", "object", "pause_collection", "behavior").isPresent()) {
      return "paused";
    }
    if (cancelledAt(document).isPresent()) {
      return "cancelled";
    }
    return status.equals("trialing") ? "on_trial" : status;
  }

  private static Optional<Instant> cancelledAt(Document document) {
    var isAtPeriodEnd =
        document.text("data", "object", "cancel_at_period_end").filter("true"::equals).isPresent();
    return document
        .epochSecond("data", "object", "cancel_at")
        .or(() -> isAtPeriodEnd ? periodEnd(document) : Optional.empty());
  }

  /** Items have it since API version 2025-03-31, the subscription itself had it before. */
  private static Optional<Instant> periodEnd(Document document) {
    return document
        .epochSecond("data", "object", "items", "data", "0", "current_period_end")
        .or(() -> document.epochSecond("data", "object", "current_period_end"));
  }

  private static Dates dates(Document document, String status) {
    return new Dates(
        periodEnd(document).orElse(null),
        status.equals("expired")
            ? document.epochSecond("data", "object", "ended_at").orElse(null)
            : cancelledAt(document).orElse(null),
        document.epochSecond("data", "object", "trial_end").orElse(null),
        document.epochSecond("data", "object", "pause_collection", "resumes_at").orElse(null));
  }

  /** Invoices that are kept as drafts or written off mean a service given for nothing. */
  private static @Nullable String pauseMode(Document document) {
    return document
        .slug("data", "object", "pause_collection", "behavior")
        .map(behavior -> behavior.equals("void") ? "void" : "free")
        .orElse("void");
  }
}
