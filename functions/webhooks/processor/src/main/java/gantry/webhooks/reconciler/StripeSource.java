package gantry.webhooks.reconciler;

import static java.nio.charset.StandardCharsets.UTF_8;

import gantry.providers.Deadline;
import gantry.webhooks.handler.Document;
import gantry.webhooks.handler.Documents;
import gantry.webhooks.payload.Mode;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import gantry.webhooks.stripe.FoundObject;
import gantry.webhooks.stripe.FoundObject.Shown;
import gantry.webhooks.stripe.StripeClient;
import gantry.webhooks.subscriptions.SubscriptionKey;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Stripe, where there is a key. */
@Singleton
final class StripeSource implements SubscriptionSource {
  private final StripeClient stripe;
  private final Documents documents;

  StripeSource(StripeClient stripe, Documents documents) {
    this.stripe = stripe;
    this.documents = documents;
  }

  @Override
  public Provider provider() {
    return Provider.STRIPE;
  }

  @Override
  public boolean isReady() {
    return stripe.isReady();
  }

  @Override
  public Answer ask(SubscriptionKey key, Deadline deadline) {
    return switch (stripe.subscription(key.id(), deadline)) {
      case Shown(var document, var asOf) ->
          documents
              .read(document)
              .filter(subscription -> isAbout(key, subscription))
              .<Answer>map(_ -> new Answer.Told(event(key.mode(), document, asOf)))
              .orElseGet(Answer.Unknown::new);
      case FoundObject.Missing _ -> new Answer.Missing();
      case FoundObject.Unknown _ -> new Answer.Unknown();
      case FoundObject.Away _ -> new Answer.Away();
    };
  }

  private static boolean isAbout(SubscriptionKey key, Document document) {
    var live = Boolean.toString(key.mode() == Mode.LIVE);
    return document.text("object").filter("subscription"::equals).isPresent()
        && document.id("id").filter(key.id()::equals).isPresent()
        && document.text("livemode").filter(live::equals).isPresent();
  }

  /** The answer as it came, in an event around it: it is an object, as it was just read. */
  private static RawBody event(Mode mode, RawBody document, @Nullable Instant asOf) {
    var created = asOf == null ? "" : "\"created\":" + asOf.getEpochSecond() + ",";
    var event =
        "{\"type\":\"customer.subscription.fetched\",%s\"livemode\":%b,\"data\":{\"object\":%s}}"
            .formatted(created, mode == Mode.LIVE, new String(document.bytes(), UTF_8));
    return RawBody.of(event.getBytes(UTF_8));
  }
}
