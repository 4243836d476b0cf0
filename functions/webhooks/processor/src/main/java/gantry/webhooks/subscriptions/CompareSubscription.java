package gantry.webhooks.subscriptions;

import gantry.webhooks.handler.Document;
import gantry.webhooks.handler.Documents;
import gantry.webhooks.payload.Provider;
import gantry.webhooks.payload.RawBody;
import jakarta.inject.Singleton;

/** Tells whether an event of the provider says something else than we know. */
@Singleton
public final class CompareSubscription {
  private final PostgresSubscriptionStore store;
  private final Documents documents;

  CompareSubscription(PostgresSubscriptionStore store, Documents documents) {
    this.store = store;
    this.documents = documents;
  }

  public enum Difference {
    NONE,
    /** Nothing differs, but it settles what was in dispute. */
    CONFIRMED,
    /** It is not as we know it. */
    DRIFT
  }

  /** Leaves the subscription locked. */
  public Difference compare(SubscriptionKey key, RawBody document) {
    var known = store.lock(key);
    var state = documents.read(document).map(told -> state(key, told)).orElse(null);
    if (known.isEmpty() || state == null) {
      return Difference.NONE;
    }
    if (!known.get().fingerprint().equals(state.fingerprint())) {
      return Difference.DRIFT;
    }
    return known.get().suspect() ? Difference.CONFIRMED : Difference.NONE;
  }

  private static SubscriptionState state(SubscriptionKey key, Document document) {
    return key.provider() == Provider.STRIPE
        ? StripeSubscriptions.state(document)
        : LemonSqueezySubscriptions.state(document);
  }
}
